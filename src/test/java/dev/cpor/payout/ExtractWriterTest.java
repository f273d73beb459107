package dev.cpor.payout;

import static dev.cpor.payout.AnEarning.RULESET;
import static dev.cpor.payout.AnEarning.anEarning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import dev.cpor.payout.sign.KeyFiles;
import dev.cpor.payout.sign.SigningKey;
import dev.cpor.payout.sign.VerifyingKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractWriterTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");
    private static final Extract EXTRACT = new Extract(Program.OSU, DATE, 1);
    private static final List<Earning> EARNINGS = List.of(
            anEarning().ofClaim("=1+1").build(),
            anEarning()
                    .ofClaim("C-1")
                    .percent("7.50", "1234.5678", "EUR")
                    .atUsd("1.085000")
                    .build(),
            anEarning()
                    .ofClaim("C-1")
                    .number(10)
                    .percent("12.345", "98765", "JPY")
                    .atUsd("0.0067")
                    .build(),
            anEarning()
                    .ofClaim("C-1")
                    .number(2)
                    .perSeat("1.2345", 150, "KWD")
                    .atUsd("3.25")
                    .build(),
            anEarning()
                    .ofClaim("C-2")
                    .ofPartner("Müller, \"Söhne\" & Co;\r\nBerlin")
                    .forCustomer("@SUM(A1) \uD83D\uDE00 \u202Egnp")
                    .byRule("-the line earns it\n")
                    .build(),
            anEarning()
                    .ofClaim("C-2")
                    .number(2)
                    .reversing("C-2-1-1")
                    .forCustomer("\tTab")
                    .build());

    @TempDir
    Path folder;

    @Test
    void writesTheGoldenFiles() throws IOException {
        write(EARNINGS);

        assertThat(text(EXTRACT.fileName())).isEqualTo(golden("extract.csv"));
        assertThat(text(EXTRACT.manifestName())).isEqualTo(golden("extract.manifest.json"));
    }

    @Test
    void returnsWhatTheManifestSays() throws IOException {
        Written written = write(EARNINGS);

        assertThat(written.rows()).isEqualTo(6);
        assertThat(written.sums().toString()).isEqualTo("{EUR=92.59, JPY=12193, KWD=185.175, USD=100.00}");
        assertThat(written.sha256()).isEqualTo(Sha256.of(file(EXTRACT.fileName())));
        assertThat(written.manifestSha256()).isEqualTo(Sha256.of(file(EXTRACT.manifestName())));
    }

    @Test
    void leavesFilesThatAreThereWithTheSameBytesAlone() throws IOException {
        Written first = write(EARNINGS);
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file(EXTRACT.fileName()), old);
        Files.setLastModifiedTime(file(EXTRACT.manifestName()), old);

        assertThat(write(EARNINGS)).isEqualTo(first);

        assertThat(Files.getLastModifiedTime(file(EXTRACT.fileName()))).isEqualTo(old);
        assertThat(Files.getLastModifiedTime(file(EXTRACT.manifestName()))).isEqualTo(old);
    }

    @Test
    void neverRewritesADeliveredFile() throws IOException {
        write(EARNINGS);
        String before = text(EXTRACT.fileName());

        assertThatThrownBy(() -> write(EARNINGS.subList(0, 2)))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining(EXTRACT.fileName())
                .hasMessageContaining("never rewritten");

        assertThat(text(EXTRACT.fileName())).isEqualTo(before);
        assertThat(names()).containsExactly(EXTRACT.fileName(), EXTRACT.manifestName());
    }

    @Test
    void givesTheSameBytesUnderAnyLocaleAndZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                write(EARNINGS);
                assertThat(text(EXTRACT.fileName())).isEqualTo(golden("extract.csv"));
                assertThat(text(EXTRACT.manifestName())).isEqualTo(golden("extract.manifest.json"));
                Files.delete(file(EXTRACT.fileName()));
                Files.delete(file(EXTRACT.manifestName()));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void continuesANightThatWasKilledBeforeTheManifest() throws IOException {
        Written first = write(EARNINGS);
        Files.delete(file(EXTRACT.manifestName()));

        assertThat(write(EARNINGS)).isEqualTo(first);

        assertThat(names()).containsExactly(EXTRACT.fileName(), EXTRACT.manifestName());
    }

    @Test
    void removesWhatAKilledNightLeftHalfWritten() throws IOException {
        Files.createDirectories(folder.resolve("2026-11-20"));
        Files.writeString(file("." + EXTRACT.fileName() + ".4711.tmp"), "earningId,partic");
        Files.writeString(file("." + EXTRACT.manifestName() + ".4711.tmp"), "{");

        write(EARNINGS);

        assertThat(names()).containsExactly(EXTRACT.fileName(), EXTRACT.manifestName());
    }

    /** A night that was taken for dead, and the one that follows it. */
    @Test
    void twoThatWriteTheSameAtTheSameTimeLeaveOneWholeFile() throws IOException {
        Stream<Earning> overtaken = EARNINGS.stream().peek(earning -> {
            if (earning.equals(EARNINGS.get(3))) {
                write(EARNINGS);
            }
        });

        assertThatThrownBy(() -> writer().write(EXTRACT, overtaken, null))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining(EXTRACT.fileName());

        assertThat(text(EXTRACT.fileName())).isEqualTo(golden("extract.csv"));
        assertThat(text(EXTRACT.manifestName())).isEqualTo(golden("extract.manifest.json"));
        assertThat(names()).containsExactly(EXTRACT.fileName(), EXTRACT.manifestName());
    }

    @Test
    void signsBeforeItWritesTheManifest() throws IOException {
        KeyFiles keys = KeyFiles.make(folder.resolve("keys"));
        String signature = EXTRACT.manifestName() + ".sig";
        Files.createDirectories(file(EXTRACT.manifestName()).resolve("in the way"));

        assertThatThrownBy(() -> new ExtractWriter(folder, RULESET, 7, SigningKey.read(keys.privateKey()))
                        .write(EXTRACT, EARNINGS.stream(), null))
                .isInstanceOf(ClearFailure.class);

        byte[] manifest = golden("extract.manifest.json").getBytes(StandardCharsets.UTF_8);
        assertThat(VerifyingKey.read(keys.publicKey()).isSignature(Files.readAllBytes(file(signature)), manifest))
                .isTrue();
    }

    @Test
    void leavesNothingBehindWhenTheEarningsFail() throws IOException {
        Stream<Earning> failing = Stream.concat(EARNINGS.stream(), Stream.generate(() -> {
            throw new IllegalStateException("The connection is gone.");
        }));

        assertThatThrownBy(() -> writer().write(EXTRACT, failing, null)).hasMessage("The connection is gone.");

        assertThat(names()).isEmpty();
    }

    @Test
    void refusesEarningsThatAreNotSorted() {
        assertRefused(EARNINGS.get(1), EARNINGS.get(0), "sorted by earningId as text");
    }

    @Test
    void refusesAnEarningThatComesTwice() {
        assertRefused(EARNINGS.get(1), EARNINGS.get(1), "each must come once");
    }

    @Test
    void refusesAnEarningOfAnotherNight() {
        assertRefused(
                EARNINGS.get(1), anEarning().ofClaim("D").on(DATE.plusDays(1)).build(), "2026-11-21");
    }

    @Test
    void refusesAnEarningOfAnotherProgram() {
        assertRefused(EARNINGS.get(1), anEarning().ofClaim("D").in(Program.OSA).build(), "OSA");
    }

    @Test
    void refusesAnEarningOfAnotherRuleSet() {
        assertRefused(
                EARNINGS.get(1), anEarning().ofClaim("D").ofRuleset("other").build(), "rule set other");
    }

    @Test
    void refusesAnExtractOfNothing() {
        assertThatThrownBy(() -> write(List.of())).hasMessageContaining("There must be an earning");
    }

    @Test
    void refusesALaterExtractWithoutTheManifestBeforeIt() {
        assertThatThrownBy(() -> writer().write(new Extract(Program.OSU, DATE, 2), EARNINGS.stream(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTextThatIsNoUnicode() {
        assertThatThrownBy(
                        () -> write(List.of(anEarning().ofPartner("half \uD83D").build())))
                .isInstanceOf(ClearFailure.class);
    }

    @Test
    void sortsByCodePoint() {
        assertThat(Stream.of("\uFF21", "\uD83D\uDE00", "b", "a1", "a", "'=").sorted(CodePointOrder::compare))
                .containsExactly("'=", "a", "a1", "b", "\uFF21", "\uD83D\uDE00");
    }

    @Test
    void readsANameBackOnlyWhereItIsOne() {
        assertThat(Extract.named(EXTRACT.fileName())).contains(EXTRACT);
        assertThat(Extract.named(EXTRACT.manifestName())).contains(EXTRACT);
        assertThat(Extract.named("payout-OSU-2026-02-30-000001.csv")).isEmpty();
        assertThat(Extract.named("payout-OSU-2026-11-20-000000.csv")).isEmpty();
        assertThat(Extract.named("payout-OSU-2026-11-20-1.csv")).isEmpty();
    }

    private void assertRefused(Earning first, Earning second, String why) {
        assertThatThrownBy(() -> write(List.of(first, second)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private Written write(List<Earning> earnings) {
        return writer().write(EXTRACT, earnings.stream(), null);
    }

    private ExtractWriter writer() {
        return new ExtractWriter(folder, RULESET, 7);
    }

    private Path file(String name) {
        return folder.resolve("2026-11-20").resolve(name);
    }

    private String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("2026-11-20"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ExtractWriterTest.class.getResourceAsStream(name)) {
            return in == null ? "(no golden file)" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
