package dev.cpor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    Path jobs;

    record Entry(@Nullable LocalDate date, @Nullable String name) {
        Entry {
            if (name != null && name.isBlank()) {
                throw new InvalidSetting("name", "name is blank, but must not be");
            }
        }
    }

    record Sample(
            @Nullable Integer number,
            @Nullable String text,
            @Nullable Boolean flag,
            @Nullable Duration span,
            @Nullable Path folder,
            @Nullable Set<DayOfWeek> days,
            @Nullable List<Entry> entries,
            @Nullable Entry entry) {}

    @Test
    void readsEachKeyIntoItsComponent() {
        assertThat(read("""
                        number: 12
                        text: two words
                        flag: true
                        span: 90s
                        folder: a/b:c
                        days: [SATURDAY, Sunday]
                        entries:
                          - { date: 2026-11-11, name: Veterans Day }
                        entry: { name: alone }
                        """))
                .isEqualTo(new Sample(
                        12,
                        "two words",
                        true,
                        Duration.ofSeconds(90),
                        Path.of("a/b:c"),
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        List.of(new Entry(LocalDate.of(2026, 11, 11), "Veterans Day")),
                        new Entry(null, "alone")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# only a comment\n",
                "---\n",
                "{}",
                "\uFEFF# marked\n",
                "number: null\ntext: ~\nfolder: ~\n",
                "number:\ntext:\nspan:\ndays:\nentry:\n"
            })
    void readsAFileThatSetsNothing(String text) {
        assertThat(read(text)).isEqualTo(new Sample(null, null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO", "on", "2026", "1.50", "2026-11-11", "0x10", "1_000"})
    void readsTextAsItIsWritten(String text) {
        assertThat(read("text: " + text)).extracting(Sample::text).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500ms", "PT1.5S"})
    void readsDurationsWithAUnit(String text) {
        assertThat(read("span: " + text)).extracting(Sample::span).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void namesAnUnknownKeyItsPlaceTheNearestAndTheValidOnes() {
        refuses("# first line\n\nnumbr: 1\n")
                .withMessage(
                        "%s:3:1: \"numbr\" is not a key; perhaps \"number\" is meant; valid here are number, text, flag, span, folder, days, entries, entry.",
                        file());
    }

    @Test
    void namesAnUnknownKeyInsideAList() {
        refuses("number: 1\nentries:\n  - date: 2026-01-01\n    colour: red\n")
                .withMessage("%s:4:5: \"colour\" is not a key; valid here are date, name.", file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number: many",
                "number: 1.5",
                "number: \"12\"",
                "number: [1]",
                "number: {a: 1}",
                "number: 99999999999",
                "number: true"
            })
    void refusesWhatIsNoWholeNumber(String line) {
        refuses("text: x\n" + line + "\n")
                .withMessageStartingWith(file() + ":2:1: \"number\"")
                .withMessageContaining("must be a whole number of at most 2147483647.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "10 parsecs", "soon", "[10s]", "\"\""})
    void refusesWhatIsNoDuration(String value) {
        refuses("span: " + value)
                .withMessageStartingWith(file() + ":1:1: \"span\"")
                .withMessageContaining("must be a duration with its unit, such as 500ms, 10s or 5m.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "11/11/2026", "2026-2-3", "20261111", "\"\""})
    void refusesADateThatDoesNotExist(String date) {
        refuses("entries:\n  - { date: 2026-11-11 }\n  - { date: %s }\n".formatted(date))
                .withMessageStartingWith(file() + ":3:7: \"entries/1/date\" is \"")
                .withMessageEndingWith("but must be a date that exists, such as 2026-11-20.");
    }

    @Test
    void refusesADayOfTheWeekThatIsNone() {
        refuses("days: [SATURDAY, SUNDY]")
                .withMessageContaining(":1:18: \"days/1\" is \"SUNDY\", but must be one of MONDAY, TUESDAY,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries: none", "entries: 1", "entries: {a: 1}"})
    void refusesWhatIsNoList(String line) {
        refuses(line).withMessageContaining("\"entries\"").withMessageContaining("must be a list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry: 15s", "entry: [a]", "entry: 3"})
    void refusesWhatHasNoKeys(String line) {
        refuses(line).withMessage("%s:1:1: \"entry\" must be keys with values: date, name.", file());
    }

    @Test
    void refusesAnEmptyEntryOfAList() {
        refuses("entries:\n  -\n").withMessageStartingWith(file() + ":2").withMessageContaining("\"entries/0\"");
    }

    @Test
    void saysWhereAValueIsThatTheRecordRefuses() {
        refuses("entries:\n  - name: one\n  - name: ' '\n")
                .withMessage("%s:3:5: name is blank, but must not be.", file());
    }

    @Test
    void saysWhereAValueIsThatItsUseRefuses() {
        write("number: 1\nentry: { name: one }\n");
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> SettingsFile.read(jobs, "sample.yaml", Sample.class, sample -> {
                    throw new InvalidSetting("entry/name", "name must be two");
                }))
                .withMessage("%s:2:10: name must be two.", file());
    }

    @Test
    void refusesAKeyThatIsThereTwice() {
        refuses("number: 1\nnumber: 2\n").withMessageStartingWith(file() + ":2").withMessageContaining("number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"number: 1\n text: x\n", "number: [1\n", "\tnumber: 1\n", "text: 'open\n"})
    void refusesWhatIsNotYaml(String text) {
        refuses(text)
                .withMessageMatching("\\Q" + file() + "\\E:\\d+:\\d+: this is not YAML that can be read \\(.+\n?.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just text", "- a\n- b\n", "12"})
    void refusesAFileWithoutKeys(String text) {
        refuses(text).withMessageContaining("the file must be keys with values: number, text");
    }

    @Test
    void refusesASecondDocument() {
        refuses("number: 1\n---\nnumber: 2\n").withMessageStartingWith(file().toString());
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        Files.write(file(), "text: Zoë".getBytes(StandardCharsets.ISO_8859_1));
        refuses().withMessage("The settings file \"%s\" is not UTF-8; save it as UTF-8.", file());
    }

    @Test
    void namesAFileThatIsMissing() {
        refuses().withMessageStartingWith("The settings file \"%s\" does not exist;".formatted(file()));
    }

    @Test
    void namesAFolderThatIsMissing() {
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(
                        () -> SettingsFile.read(jobs.resolve("gone"), "sample.yaml", Sample.class, Function.identity()))
                .withMessage(
                        "The folder \"%s\" of the settings files does not exist; create it with sample.yaml in it, or name another with --jobs DIR.",
                        jobs.resolve("gone"));
    }

    private Path file() {
        return jobs.resolve("sample.yaml");
    }

    private void write(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Sample read(String text) {
        write(text);
        return SettingsFile.read(jobs, "sample.yaml", Sample.class, Function.identity());
    }

    private ThrowableAssertAlternative<ClearFailure> refuses(String text) {
        write(text);
        return refuses();
    }

    private ThrowableAssertAlternative<ClearFailure> refuses() {
        return assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> SettingsFile.read(jobs, "sample.yaml", Sample.class, Function.identity()));
    }
}
