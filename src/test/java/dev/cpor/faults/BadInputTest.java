package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is told in one sentence, stops what it must, and when it is mended the same command goes on. */
@Tag("database")
class BadInputTest {
    private static final String[] NIGHT = {"nightly", "--date", Feeds.DATE};

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private OpenDatabase database;

    @BeforeEach
    void bringsOneClaim() {
        sandbox = new Sandbox(folder);
        Feeds.bringOneClaim(sandbox);
        database = sandbox.open();
    }

    @AfterEach
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndEverythingElseIsDone() throws IOException {
        Files.write(
                sandbox.inbox().resolve("events-2.csv"),
                "event_id\nM\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
        sandbox.feed("events-3.csv", "event_id,claim_id,occurred_at", "E9,C1,2026-11-09T12:00:00Z")
                .feed("customers-2.csv", "tenant_id,name,country,public_sector,colour", "T2,Two,US,false,red")
                .feed("customers-3.csv", "tenant_id,name,country,public_sector", "T3,\"Three,US,false")
                .write(sandbox.inbox().resolve("partners-2.csv"), "");

        Said night = sandbox.run(NIGHT);

        assertThat(night.status()).isEqualTo(1);
        assertThat(night.out())
                .contains("events-2.csv", "UTF-8")
                .contains("events-3.csv", "type")
                .contains("customers-2.csv", "colour")
                .contains("customers-3.csv", "quote")
                .contains("partners-2.csv", "empty");
        assertThat(sandbox.run("claims", "list", "--format", "csv").lines())
                .last()
                .asString()
                .startsWith("C1,M1,OSU,USAGE,T1,SUBMITTED,,NONE,NOT_ASSESSED,2026-11-09,");
        assertThat(database.rows("select status from run")).isEqualTo(List.of("COMPLETED"));
        assertThat(sandbox.out().resolve("payout/2026-11-20/control.json")).exists();
    }

    @Test
    void aMissingInboxStopsTheNight() throws IOException {
        Path away = folder.resolve("away");
        Files.move(sandbox.inbox(), away);

        assertLeavesAlone(
                Set.of("run", "rule_set"),
                () -> assertOneSentence(sandbox.run(NIGHT), "The inbox", "is missing", "--inbox"));

        Files.move(away, sandbox.inbox());
        assertGoesOn();
    }

    @Test
    void rulesThatCannotBeUsedStopTheNightBeforeItReadsAnything() {
        Path file = sandbox.rules().resolve("lifecycle/own.drl");
        String head = "package lifecycle\n";
        sandbox.write(file, head + "rule \"Broken\"\nwhen\n    $claim : Claim(status == \nthen\nend\n");
        assertSays("lifecycle/own.drl:");
        sandbox.write(
                file,
                head
                        + "rule \"Forbidden\"\nwhen\n    $claim : Claim(daysInStatus > 1)\nthen\n    System.exit(3);\nend\n");
        assertSays("lifecycle/own.drl:", "Forbidden");
        delete(file);
        assertThat(sandbox.run("rules", "check").status()).isZero();
        assertGoesOn();
    }

    @Test
    void aMalformedRateCardStopsTheNight() {
        Path card = sandbox.rules().resolve("incentive/rate-card.csv");
        String good = read(card);
        sandbox.write(card, good + "OSU,MODERN_WORK,,USAGE,Lever,FEE,PER_USER,cheap,USD,2026-01-01,\n");

        assertSays("rate-card.csv:", "cheap");

        sandbox.write(card, good);
        assertGoesOn();
    }

    @Test
    void ratesThatOverlapQuarantineTheClaimsThatTheyFitAndNoOthers() {
        Path card = sandbox.rules().resolve("incentive/rate-card.csv");
        String header = read(card).lines().findFirst().orElseThrow() + "\n";
        String rate = "OSU,MODERN_WORK,,USAGE,Lever,FEE,PER_USER,%d,USD,2026-01-01,\n";
        sandbox.write(card, header + rate.formatted(2) + rate.formatted(3));
        Feeds.approveIt(sandbox);

        Said check = sandbox.run("rules", "check");
        Said night = sandbox.run(withoutRuleTests(NIGHT));

        assertThat(check.status()).isZero();
        assertThat(check.out()).contains("warning: incentive/rate-card.csv:3:");
        assertThat(night.status()).as(night.err()).isZero();
        assertThat(night.lines()).last().asString().contains("1 claim is in quarantine", "cpor runs show 1");
        assertThat(sandbox.run("runs", "show", "1").out()).contains("Quarantined claims", "C1");
        assertThat(database.rows("select status, consent, incentive from claim"))
                .isEqualTo(List.of("APPROVED|PENDING|NOT_ASSESSED"));

        sandbox.write(card, header + rate.formatted(2));
        assertThat(sandbox.run(withoutRuleTests("nightly", "--date", "2026-11-21"))
                        .status())
                .isZero();
        assertThat(database.rows("select status, consent, incentive from claim"))
                .isEqualTo(List.of("APPROVED|ELAPSED|ELIGIBLE"));
    }

    @Test
    void settingsThatAreWrongStopTheNight() {
        sandbox.nightly("chunks: 50");
        assertSays("nightly.yaml", "chunks", "chunk");
        sandbox.nightly("chunk: many");
        assertSays("nightly.yaml", "chunk");
        sandbox.nightly("chunk: 50");
        Path calendar = sandbox.jobs().resolve("calendar.yaml");
        sandbox.write(calendar, "zone: Mars/Olympus\n");
        assertSays("calendar.yaml", "zone");
        delete(calendar);
        assertSays("calendar.yaml", "does not exist");
        sandbox.write(calendar, "years:\n  from: 2000\n  to: 2025\n");
        assertSays("2026", "calendar");
        sandbox.write(calendar, "zone: UTC\n");
        assertGoesOn();
    }

    @Test
    void aForeignFileInPlaceOfAPayoutFileIsLeftAloneAndStopsTheNight() {
        Path control = sandbox.out().resolve("payout/2026-11-20/control.json");
        sandbox.write(control, "mine");

        Said night = sandbox.run(NIGHT);

        assertOneSentence(night, "control.json", "other content");
        assertThat(read(control)).isEqualTo("mine");
        assertThat(sandbox.run("runs", "list").out()).contains("FAILED", "control.json");
        delete(control);
        assertGoesOn();
    }

    @Test
    void anOutFolderThatIsAFileStopsTheNightAndLeavesNothingHalfDone() {
        sandbox.write(sandbox.out(), "in the way");

        Said night = sandbox.run(NIGHT);

        assertOneSentence(night, sandbox.out().toString());
        delete(sandbox.out());
        assertGoesOn();
    }

    @Test
    void aFeedThatMustComeStopsTheNightUntilItHasComeAndCanBeRead() {
        sandbox.nightly("requiredFeeds:", "  - events-{date}*.csv");
        assertSays("events-2026-11-20*.csv", "has not come", "requiredFeeds");
        Path events = sandbox.inbox().resolve("events-2026-11-20.csv");
        sandbox.write(events, "event_id\n");
        assertSays("events-2026-11-20*.csv", "cannot be read");
        sandbox.write(
                events,
                read(sandbox.inbox().resolve("events-1.csv"))
                                .lines()
                                .findFirst()
                                .orElseThrow() + "\n");
        assertGoesOn();
    }

    @Test
    void readFilesMoveToTheProcessedFolderAndNoneIsLostThere() throws IOException {
        Path processed = folder.resolve("processed");
        sandbox.nightly("inbox:", "  processedFolder: " + processed)
                .write(processed.resolve("partners-1.csv"), "of another day")
                .feed("customers-2.csv", "tenant_id,name");

        assertThat(sandbox.run(NIGHT).status()).isEqualTo(1);

        assertThat(names(sandbox.inbox())).containsExactly("customers-2.csv");
        assertThat(names(processed))
                .hasSize(6)
                .contains("partners-1.csv", "events-1.csv")
                .anyMatch(name -> name.matches("partners-1\\.csv\\.[0-9a-f]{12}"));
        assertThat(read(processed.resolve("partners-1.csv"))).isEqualTo("of another day");
        Files.copy(processed.resolve("events-1.csv"), sandbox.inbox().resolve("events-again.csv"));
        assertThat(sandbox.run("nightly", "--date", "2026-11-21").status()).isZero();
        assertThat(database.number("select count(*) from feed_file where name = 'events-again.csv'"))
                .isZero();
    }

    /** Nothing may have changed in any table. */
    private void assertSays(String... parts) {
        assertLeavesAlone(Set.of(), () -> assertOneSentence(sandbox.run(NIGHT), parts));
    }

    /** @param but the tables in which it stands that a night was begun, if one was */
    private void assertLeavesAlone(Set<String> but, Runnable night) {
        Map<String, List<String>> before = database.everything();
        night.run();
        Map<String, List<String>> after = database.everything();
        before.keySet().removeAll(but);
        after.keySet().removeAll(but);
        assertThat(after).isEqualTo(before);
        assertThat(database.number("select count(*) from claim")).isZero();
        assertThat(sandbox.out()).doesNotExist();
    }

    private static void assertOneSentence(Said night, String... parts) {
        assertThat(night.status()).as(night.err()).isEqualTo(1);
        assertThat(night.out()).isEmpty();
        assertThat(night.sentences()).as(night.err()).hasSize(1);
        assertThat(night.err()).contains(parts).doesNotContain("Exception");
    }

    private void assertGoesOn() {
        Said night = sandbox.run(NIGHT);
        assertThat(night.status()).as(night.err()).isZero();
        assertThat(sandbox.out().resolve("payout/2026-11-20/control.json")).exists();
        assertThat(names(sandbox.out().resolve("payout/2026-11-20"))).noneMatch(name -> name.endsWith(".tmp"));
        assertThat(database.rows("select number, status from run")).isEqualTo(List.of("1|COMPLETED"));
    }

    /** The rules are changed on purpose, and their scenarios are not. */
    private static String[] withoutRuleTests(String... nightly) {
        return Stream.concat(Stream.of(nightly), Stream.of("--skip-rule-tests")).toArray(String[]::new);
    }

    private static List<String> names(Path in) {
        try (var files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
