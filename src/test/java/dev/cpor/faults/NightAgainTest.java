package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that come twice, in parts, in ranges, or only for a try. */
@Tag("database")
class NightAgainTest {
    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private OpenDatabase database;

    @BeforeEach
    void bringsFeeds() {
        Feeds.make(200, folder.resolve("feeds"));
        sandbox = new Sandbox(folder.resolve("box")).feeds(folder.resolve("feeds"));
        database = sandbox.open();
    }

    @AfterEach
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void severalNightsEndWithWhatNeedsAttentionOfEachOfThem() throws IOException {
        Files.write(sandbox.inbox().resolve("events-0.csv"), new byte[] {(byte) 0xE9});

        Said nights = sandbox.night("--from", Feeds.DATE, "--to", "2026-11-22");

        assertThat(nights.status()).isEqualTo(1);
        List<String> last = nights.lines()
                .subList(
                        nights.lines().indexOf("Needs attention of the nights before"),
                        nights.lines().size());
        assertThat(last)
                .filteredOn(line -> line.contains("1 feed file was refused"))
                .singleElement()
                .asString()
                .contains(Feeds.DATE, "cpor runs show 1");
    }

    @Test
    void theSameNightAgainIsSkippedAndChangesNothing() {
        assertThat(sandbox.night("--date", Feeds.DATE).status()).isZero();
        Outcome outcome = Outcome.of(sandbox, database);
        Map<String, List<String>> tables = database.everything();

        Said again = sandbox.night("--date", Feeds.DATE);

        assertThat(again.status()).isZero();
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).isEqualTo("The night of 2026-11-20 is complete already; it is skipped.\n");
        assertThat(database.everything()).isEqualTo(tables);
        assertThat(Outcome.of(sandbox, database)).isEqualTo(outcome);
    }

    @Test
    void anEmptyDatabaseTakesTheLatestDateOfTheFeedsAndADryRunTellsWhatTheNightThenDoes() {
        Map<String, List<String>> tables = emptyTables();

        Said dry = sandbox.night("--dry-run");

        assertThat(dry.status()).as(dry.err()).isZero();
        assertThat(database.everything()).isEqualTo(tables);
        assertThat(sandbox.out()).doesNotExist();
        Said night = sandbox.night();
        assertThat(database.rows("select business_date from run")).isEqualTo(List.of(latestDay()));
        // The night leaves out what its run shows later; a dry run says all of it at once.
        assertThat(section(dry.out(), "Came in").lines())
                .containsAll(section(night.out(), "Came in", "Files for finance")
                        .lines()
                        .filter(line -> !line.contains("\u2026 and "))
                        .toList());
        assertThat(decided(dry.out())).hasSize((int)
                database.number("select count(distinct claim) from history where rule_name is not null"));
    }

    @Test
    void anIntakeIsTheFirstHalfOfItsNight() {
        Said intake = sandbox.run("intake", "--date", Feeds.DATE);
        assertThat(intake.status()).as(intake.err()).isZero();
        assertThat(database.number("select count(*) from history where rule_name is not null"))
                .isZero();
        assertThat(database.number("select count(*) from history")).isPositive();

        assertThat(sandbox.night("--date", Feeds.DATE).status()).isZero();

        Outcome inTwo = Outcome.of(sandbox, database);
        try (Sandbox other = new Sandbox(folder.resolve("other")).feeds(folder.resolve("feeds"));
                OpenDatabase otherDatabase = other.open()) {
            assertThat(other.run("nightly", "--date", Feeds.DATE).status()).isZero();
            assertThat(inTwo).isEqualTo(Outcome.of(other, otherDatabase));
        }
        Said late = sandbox.run("intake", "--date", Feeds.DATE);
        assertThat(late.status()).isEqualTo(1);
        assertThat(late.err()).contains("The night of 2026-11-20 is complete").hasLineCount(1);
    }

    @Test
    void aRangeLeavesOutWhatIsCompleteAndFutureDatesAreTakenAsGiven() {
        assertThat(sandbox.night("--date", "2098-12-30").status()).isZero();

        Said range = sandbox.night("--from", "2098-12-29", "--to", "2098-12-31");

        assertThat(range.status()).isZero();
        assertThat(range.err()).contains("The night of 2098-12-30 is complete already; it is skipped.");
        assertThat(database.rows("select business_date, status from run order by business_date"))
                .isEqualTo(List.of("2098-12-29|COMPLETED", "2098-12-30|COMPLETED", "2098-12-31|COMPLETED"));
        Said beyond = sandbox.night("--from", "2099-12-31", "--to", "2100-01-01");
        assertThat(beyond.status()).isEqualTo(1);
        assertThat(beyond.err()).contains("2100").hasLineCount(1);
        assertThat(database.number("select count(*) from run")).isEqualTo(3);
    }

    @Test
    void missedNightsAreCaughtUpWithUpToYesterday() {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        assertThat(sandbox.night("--date", first.toString()).status()).isZero();

        Said caughtUp = sandbox.night();
        Said nothingLeft = sandbox.night();

        assertThat(caughtUp.status()).isZero();
        assertThat(database.rows("select business_date, status from run order by business_date"))
                .startsWith(first + "|COMPLETED", first.plusDays(1) + "|COMPLETED", first.plusDays(2) + "|COMPLETED");
        assertThat(nothingLeft.status()).isZero();
        assertThat(nothingLeft.err()).isEqualTo("Every night up to yesterday is complete; there is nothing to do.\n");
    }

    @Test
    void onlyStrictNightsEndWithThreeWhenSomethingNeedsAttention() throws Exception {
        Path claims = sandbox.inbox().resolve("claims-9.csv");
        sandbox.write(
                claims,
                "claim_id,claim_name,mpn_id,program,activity,tenant_id,customer_contact,partner_contact,created_at\n"
                        + "X1,X,NOBODY,OSU,USAGE,NOBODY,,,2026-11-20T08:00:00Z\n");

        Said strict = sandbox.night("--date", Feeds.DATE, "--strict");
        Files.writeString(claims, Files.readString(claims).replace("2026-11-20", "2026-11-21"));
        Said tolerant = sandbox.night("--date", "2026-11-21");

        assertThat(strict.status()).isEqualTo(3);
        assertThat(strict.lines()).last().asString().contains("cpor runs show 1");
        assertThat(tolerant.status()).isZero();
        assertThat(tolerant.out()).contains("1 reject", "cpor runs show 2");
    }

    /** The tables are there, and nothing in them. */
    private Map<String, List<String>> emptyTables() {
        assertThat(sandbox.run("claims", "list").status()).isZero();
        return database.everything();
    }

    private String latestDay() {
        return database.rows("select max(occurred_on) from staged_row").get(0);
    }

    private static String section(String text, String from, String... until) {
        int start = text.indexOf(from);
        int end = text.length();
        for (String heading : until) {
            int at = text.indexOf(heading, start);
            end = at < 0 ? end : Math.min(end, at);
        }
        return text.substring(start, end).strip();
    }

    private static List<String> decided(String dry) {
        return dry.lines()
                .filter(line -> line.matches("2026-\\d\\d-\\d\\d \\S+: .*"))
                .toList();
    }
}
