package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that the brake stops: six of ten claims are rejected, and four are handed off and earn 176.00 USD each. */
@Tag("database")
class BrakeTest {
    private static final String DATE = "2026-11-16";
    private static final String SENTENCE =
            "The night of 2026-11-16, run 1, is braked before it writes a decision: it rejects 6 of 10 open claims, which is 60.0 % where brake.rejectedPercent allows 50 %, by \"The partner did not respond within five business days\" 6 (100.0 %); it pays 704.00 USD where brake.money allows 700, by \"A rate of the rate card fits the line\" 704.00 (100.0 %); see more with \"cpor nightly --dry-run --date 2026-11-16\", go on with it all the same with \"cpor nightly --approve 1\", or, once the rules are mended, with: cpor nightly --date 2026-11-16 --new-rules.";

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private OpenDatabase database;

    @BeforeEach
    void bringsFeeds() {
        sandbox = new Sandbox(folder.resolve("box"))
                .nightly("chunk: 3", "brake: { rejectedPercent: 50, money: { USD: 700, EUR: 1 } }");
        SmallInbox.of(10).writeTo(sandbox);
        database = sandbox.open();
    }

    @AfterEach
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void aNightThatCrossesALimitWritesNoDecisionUntilItIsApproved() throws IOException {
        assertThat(sandbox.night("--dry-run", "--date", DATE).out())
                .contains("The brake of nightly.yaml would stop this night: it rejects 6 of 10 open claims, ");
        assertBraked(sandbox.night("--date", DATE));
        assertThat(database.rows("select status, failure, approved_at from run"))
                .isEqualTo(List.of("BRAKED|" + SENTENCE + "|null"));
        assertThat(database.number("select count(*) from claim"))
                .as("intake stays")
                .isEqualTo(10);
        assertThat(sandbox.out()).doesNotExist();
        assertThat(run("runs", "list").out()).contains(" BRAKED ");
        assertThat(run("runs", "show", "1").out())
                .contains("Run 1 for 2026-11-16 is BRAKED", SENTENCE, "To go on with it: cpor nightly --approve 1\n");

        // Started again, it looks again, with the rules that it began with.
        Path rule = sandbox.rules().resolve("lifecycle/auto-rejection.drl");
        sandbox.write(rule, Files.readString(rule).replace("> 5", "> 60"));
        assertBraked(sandbox.night("--date", DATE));
        assertFailed(sandbox.night("--approve", "2"), "There is no run 2");
        assertThat(sandbox.night("--approve", "1", "--date", DATE).status()).isEqualTo(2);

        Said approved = sandbox.night("--approve", "1");

        assertThat(approved.status()).as(approved.err()).isZero();
        assertThat(approved.out()).contains("Decided on 10 open claims");
        assertThat(database.rows("select status, failure, approved_at is null from run"))
                .isEqualTo(List.of("COMPLETED|null|0"));
        assertThat(database.rows("select status, count(*) from claim group by status order by status"))
                .isEqualTo(List.of("APPROVED|4", "REJECTED|6"));
        assertThat(run("runs", "show", "1").out()).contains("The brake stopped it at ", "; it was approved at ");
        assertThat(sandbox.night("--approve", "1").err()).isEqualTo("Run 1 is complete already; it is skipped.\n");
        sandbox.write(rule, Files.readString(rule).replace("> 60", "> 5"));
        assertSameAsWithoutBrake();
    }

    /** The limit was set after the night had written its first page: it stops it no more, and a dry run says so. */
    @Test
    void aNightThatHasDecidedOnAClaimIsNotBraked() {
        sandbox.nightly("chunk: 3", "partitions: 1");
        database.change("""
                create trigger one_page before insert on tally for each row
                if exists (select 1 from tally where run = new.run and topic = 'EVALUATED') then
                    signal sqlstate '99000' set message_text = 'enough';
                end if""");
        assertFailed(sandbox.night("--date", DATE), "enough");
        database.change("drop trigger one_page");
        sandbox.nightly("chunk: 3", "partitions: 1", "brake: { rejectedPercent: 1 }");

        assertThat(sandbox.night("--dry-run", "--date", DATE).out())
                .contains("Decided on 10 open claims")
                .doesNotContain("would stop");

        assertThat(run("nightly", "--date", DATE, "--skip-rule-tests").out()).contains("Decided on 10 open claims");
    }

    @Test
    void ofSeveralNightsTheOneThatCrossesALimitIsTheLast() {
        sandbox.nightly("brake: { rejectedPercent: 50, change: { rejections: 200 } }");

        assertThat(sandbox.night("--dry-run", "--from", "2026-11-13", "--to", "2026-11-16")
                        .out())
                .contains(
                        "would stop this night: it rejects 6 of 6 open claims, ",
                        "rejects 6 claims, which is more than the average of 0.00 over the last 3 nights,");

        Said nights = sandbox.night("--from", "2026-11-13", "--to", "2026-11-17");

        assertThat(nights.status()).isEqualTo(1);
        assertThat(nights.err())
                .contains(
                        "rejects 6 of 6 open claims, which is 100.0 % ",
                        "rejects 6 claims, which is more than the average of 0.00 over the last 3 nights,",
                        "cpor nightly --approve 4\"");
        assertThat(database.rows("select business_date, status from run order by number"))
                .isEqualTo(List.of(
                        "2026-11-13|COMPLETED", "2026-11-14|COMPLETED", "2026-11-15|COMPLETED", "2026-11-16|BRAKED"));
        assertFailed(sandbox.night("--approve", "3"), "The brake did not stop run 3 of 2026-11-15, which is COMPLETED");

        assertThat(sandbox.night("--approve", "4").status()).isZero();
        assertThat(sandbox.night("--from", "2026-11-13", "--to", "2026-11-17").status())
                .isZero();
        assertThat(database.rows("select status, count(*) from run group by status"))
                .isEqualTo(List.of("COMPLETED|5"));
    }

    @Test
    void anApprovedNightThatFailedGoesOnWithoutTheBrake() throws IOException {
        assertBraked(sandbox.night("--date", DATE));
        Path control = sandbox.out().resolve("payout").resolve(DATE).resolve("control.json");
        sandbox.write(control, "in the way");
        assertThat(sandbox.night("--approve", "1").status()).isEqualTo(1);
        assertThat(database.rows("select status, approved_at is null from run")).isEqualTo(List.of("FAILED|0"));
        Files.delete(control);

        Said again = sandbox.night("--date", DATE);

        assertThat(again.status()).as(again.err()).isZero();
        assertSameAsWithoutBrake();
    }

    @Test
    void aBrakedNightCanGoOnWithMendedRules() throws IOException {
        sandbox.nightly("brake: { rejectedPercent: 50 }");
        assertThat(sandbox.night("--date", DATE).status()).isEqualTo(1);
        Path control = sandbox.out().resolve("payout").resolve(DATE).resolve("control.json");
        Path rule = sandbox.rules().resolve("lifecycle/auto-rejection.drl");
        sandbox.write(rule, Files.readString(rule).replace("> 5", "> 4"));

        assertThat(sandbox.night("--dry-run", "--new-rules", "--skip-rule-tests", "--date", DATE)
                        .out())
                .contains("would stop this night");
        assertThat(sandbox.night("--date", DATE, "--new-rules", "--skip-rule-tests")
                        .err())
                .contains("is braked before it writes a decision");
        sandbox.write(rule, Files.readString(rule).replace("> 4", "> 60"));
        assertThat(sandbox.night("--dry-run", "--new-rules", "--skip-rule-tests", "--date", DATE)
                        .out())
                .doesNotContain("would stop this night");
        sandbox.write(control, "in the way");
        assertThat(sandbox.night("--date", DATE, "--new-rules", "--skip-rule-tests")
                        .status())
                .isEqualTo(1);
        Files.delete(control);
        assertFailed(
                sandbox.night("--date", DATE, "--new-rules", "--skip-rule-tests"),
                "has evaluated claims with the rules that it began with");
        assertThat(sandbox.night("--date", DATE).status()).isZero();

        assertThat(database.rows("select status, count(*) from claim group by status order by status"))
                .isEqualTo(List.of("PARTNER_ACTION_REQUIRED|6", "APPROVED|4"));
        assertThat(database.number("select count(distinct ruleset) from history where ruleset is not null"))
                .isEqualTo(1);
    }

    @Test
    void whatWasApprovedForOtherRulesDoesNotCount() throws IOException {
        assertBraked(sandbox.night("--date", DATE));
        database.change("update run set approved_at = braked_at");
        Path rule = sandbox.rules().resolve("lifecycle/auto-rejection.drl");
        sandbox.write(rule, Files.readString(rule).replace("> 5", "> 4"));

        Said again = sandbox.night("--date", DATE, "--new-rules", "--skip-rule-tests");

        assertThat(again.err()).contains("is braked before it writes a decision");
        assertThat(database.rows("select status, approved_at from run")).isEqualTo(List.of("BRAKED|null"));
    }

    @Test
    void anIntakeLeavesABrakedNightBrakedAndAnApprovalHoldsForWhatWasBrakedAlone() {
        assertBraked(sandbox.night("--date", DATE));
        SmallInbox.of(12).writeTo(sandbox);
        assertThat(run("intake", "--date", DATE).status()).isZero();
        assertThat(database.rows("select status, failure from run")).isEqualTo(List.of("BRAKED|" + SENTENCE));

        Said approved = sandbox.night("--approve", "1");

        assertThat(approved.status()).isEqualTo(1);
        assertThat(approved.err()).contains("rejects 8 of 12 open claims", "cpor nightly --approve 1");
        assertThat(database.rows("select status, approved_at from run")).isEqualTo(List.of("BRAKED|null"));
        assertThat(database.number("select count(*) from history where rule_name is not null"))
                .isZero();
        assertThat(sandbox.night("--approve", "1").status()).isZero();
        assertThat(database.rows("select status, count(*) from claim group by status order by status"))
                .isEqualTo(List.of("APPROVED|4", "REJECTED|8"));
    }

    @Test
    void aNightThatHasBegunToWriteIsNotBraked() throws IOException {
        sandbox.nightly("chunk: 3");
        Path control = sandbox.out().resolve("payout").resolve(DATE).resolve("control.json");
        sandbox.write(control, "in the way");
        assertThat(sandbox.night("--date", DATE).status()).isEqualTo(1);
        Files.delete(control);
        sandbox.nightly("chunk: 3", "brake: { rejectedPercent: 0 }");

        Said again = sandbox.night("--date", DATE);

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(database.rows("select status, braked_at from run")).isEqualTo(List.of("COMPLETED|null"));
    }

    @Test
    void withoutLimitsThereIsNoFirstPassAndBelowThemNothingIsSaid() {
        sandbox.nightly("chunk: 3");
        assertThat(sandbox.night("--date", "2026-11-13").status()).isZero();
        String steps = "select count(*) from BATCH_STEP_EXECUTION where STEP_NAME = 'brake'";
        assertThat(database.number(steps)).isZero();
        sandbox.nightly("chunk: 3", "brake: { rejectedPercent: 100, money: { USD: 800 }, change: { usd: 1000 } }");

        Said next = sandbox.night("--date", DATE);

        assertThat(next.status()).as(next.err()).isZero();
        assertThat(database.number(steps)).isEqualTo(1);
        assertThat(database.number("select count(*) from run where braked_at is not null"))
                .isZero();
    }

    private void assertSameAsWithoutBrake() {
        try (Sandbox other = new Sandbox(folder.resolve("other"))) {
            SmallInbox.of(10).writeTo(other);
            assertThat(other.run("nightly", "--date", DATE).status()).isZero();
            assertThat(sandbox.histories()).isEqualTo(other.histories());
            assertThat(run("payout", "list").out())
                    .isEqualTo(other.run("payout", "list").out());
        }
    }

    private void assertBraked(Said said) {
        assertThat(said.status()).as(said.err()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines().toList()).last().isEqualTo(SENTENCE);
        assertThat(database.number("select count(*) from history where rule_name is not null"))
                .isZero();
        assertThat(database.number("select count(*) from tally where topic = 'EVALUATED'"))
                .isZero();
        assertThat(database.number("select count(*) from earning")).isZero();
    }

    private Said run(String... words) {
        return sandbox.run(words);
    }

    private static void assertFailed(Said said, String sentence) {
        assertThat(said.status()).as(said.err()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.sentences()).singleElement().asString().contains(sentence);
    }
}
