package dev.cpor.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedGeneratorTest {
    private static final LocalDate FROM = GeneratorOptions.DEFAULT_FROM;
    private static final LocalDate TO = GeneratorOptions.DEFAULT_TO;

    @TempDir
    Path temp;

    @Test
    void writesTheSameBytesForTheSameSeedInAnyLanguageAndZone() throws IOException {
        Map<String, String> here = contents(generate(300, 7, "here"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(contents(generate(300, 7, "there"))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void writesOtherFeedsForAnotherSeed() throws IOException {
        Map<String, String> one = contents(generate(300, 1, "one"));
        Map<String, String> two = contents(generate(300, 2, "two"));

        assertThat(two.keySet()).contains("events-2026-09.csv").containsAnyElementsOf(one.keySet());
        assertThat(two).allSatisfy((name, text) -> assertThat(text).isNotEqualTo(one.get(name)));
    }

    @Test
    void countsWhatItWrites() {
        Generated counts = FeedGenerator.generate(GeneratorOptions.of(400, temp.resolve("feeds")));
        Map<Feed, Long> rows = new TreeMap<>();
        FeedRow.allOf(temp.resolve("feeds")).forEach(row -> rows.merge(row.feed(), 1L, Long::sum));

        assertThat(counts.claims()).isEqualTo(400);
        assertThat(counts.partners()).isEqualTo(10);
        assertThat(counts.customers()).isEqualTo(133);
        assertThat(counts.claimLines()).isBetween(400L, 1200L);
        assertThat(rows)
                .isEqualTo(Map.of(
                        Feed.PARTNERS, counts.partners(),
                        Feed.CUSTOMERS, counts.customers(),
                        Feed.EXCHANGE_RATES, counts.exchangeRates(),
                        Feed.CLAIMS, counts.claims(),
                        Feed.CLAIM_LINES, counts.claimLines(),
                        Feed.EVENTS, counts.events(),
                        Feed.DISPUTES, counts.disputes()));
    }

    @Test
    void writesOnlyRowsThatEveryNightTakes() {
        Path feeds = generate(3_000, 3, "feeds");
        Replay daily = new Replay().read(feeds).nights(FROM, TO);
        Replay once = new Replay().read(feeds).night(TO);
        Replay weekly = new Replay().read(feeds);
        for (LocalDate day = FROM; day.isBefore(TO); day = day.plusDays(7)) {
            weekly.night(day);
        }
        weekly.night(TO);

        assertThat(daily.refused).isEmpty();
        assertThat(once.refused).isEmpty();
        assertThat(weekly.refused).isEmpty();
        assertThat(daily.duplicates).isZero();
        assertThat(daily.claims).hasSize(3_000);
    }

    @Test
    void leavesClaimsInEveryStatusAndATenthOfTheOpenOnesDueInTheLastNight() {
        Replay nights = new Replay().read(generate(3_000, 5, "feeds")).nights(FROM, TO);

        assertThat(nights.shares())
                .containsKeys(
                        "EDITING NONE NOT_ASSESSED",
                        "SUBMITTED NONE NOT_ASSESSED",
                        "UNDER_REVIEW NONE NOT_ASSESSED",
                        "PARTNER_ACTION_REQUIRED NONE NOT_ASSESSED",
                        "APPROVED PENDING NOT_ASSESSED",
                        "APPROVED ELAPSED NOT_ASSESSED",
                        "APPROVED ELAPSED ELIGIBLE",
                        "APPROVED ELAPSED INELIGIBLE",
                        "REJECTED NONE NOT_ASSESSED",
                        "REJECTED DECLINED NOT_ASSESSED")
                .allSatisfy((status, claims) -> assertThat(claims).as(status).isBetween(5L, 1_800L));
        assertThat(nights.changedInLastNight * 100 / nights.openBeforeLastNight).isBetween(7, 13);
    }

    @Test
    void managesWithAClaimADayOrAWeekend() {
        LocalDate saturday = LocalDate.of(2026, 11, 21);
        Path one = temp.resolve("one");
        FeedGenerator.generate(new GeneratorOptions(1, 1, saturday, saturday, one));
        Replay night = new Replay().read(one).night(saturday);

        assertThat(night.claims).hasSize(1);
        assertThat(night.refused).isEmpty();
        assertThat(one).isDirectoryContaining("glob:**/events-2026-11.csv");
        assertThat(one).isDirectoryContaining("glob:**/disputes-2026-11.csv");
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        Path mine = Files.writeString(temp.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> FeedGenerator.generate(GeneratorOptions.of(10, temp)))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("not an empty folder");
        assertThat(temp).isDirectoryContaining(mine::equals);
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).containsExactly(mine);
        }
    }

    @Test
    void fillsAnEmptyFolderAndRemovesWhatAKilledRunLeft() throws IOException {
        Path feeds = Files.createDirectory(temp.resolve("feeds"));
        Path left = Files.createDirectory(temp.resolve(".feeds.partial"));
        Files.writeString(left.resolve("claims-2026-08.csv"), "half");
        FeedGenerator.generate(GeneratorOptions.of(10, feeds));

        assertThat(feeds).isDirectoryNotContaining("glob:**/claims-2026-08.csv");
        assertThat(left).doesNotExist();
    }

    @Test
    void leavesNothingBehindWhenItFails() {
        Path feeds = temp.resolve("feeds");
        FreshFolder.Filling failing = folder -> {
            Files.writeString(folder.resolve("claims-2026-11.csv"), "half");
            throw new IOException("No space left on device");
        };

        assertThatThrownBy(() -> FreshFolder.fill(feeds, failing))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContaining("No space left on device");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void refusesWhatCannotBeGenerated() {
        Path feeds = temp.resolve("feeds");
        assertThatThrownBy(() -> GeneratorOptions.of(0, feeds)).isInstanceOf(ClearFailure.class);
        assertThatThrownBy(() -> new GeneratorOptions(1, 1, TO, FROM, feeds)).isInstanceOf(ClearFailure.class);
        assertThatThrownBy(() -> new GeneratorOptions(1, 1, FROM, FROM.plusYears(10), feeds))
                .isInstanceOf(ClearFailure.class);
    }

    private Path generate(long claims, long seed, String name) {
        Path into = temp.resolve(name);
        FeedGenerator.generate(new GeneratorOptions(claims, seed, FROM, TO, into));
        return into;
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
