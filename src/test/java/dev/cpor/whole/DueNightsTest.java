package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which open claims nights evaluate: four of ten claims are approved and handed off by the night of 10 November, the others
 * wait for the partner since the 5th, are reminded by that night and are due for rejection in the night of the 16th.
 */
@Tag("database")
class DueNightsTest {
    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private OpenDatabase database;

    @BeforeEach
    void lives() {
        sandbox = new Sandbox(folder.resolve("box")).nightly("chunk: 2");
        SmallInbox.of(10).writeTo(sandbox);
        database = sandbox.open();
        night("2026-11-10");
    }

    @AfterEach
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void evaluateWhatIsDueSinceTheNightBefore() {
        assertThat(night("2026-11-12"))
                .contains(
                        "\nDecided on 0 open claims due since the night of 2026-11-10: no rule had anything to say\n");
        assertThat(night("2026-11-16", "--dry-run"))
                .contains("\nDecided on 6 open claims due since the night of 2026-11-12\n");
        assertThat(night("2026-11-16")).contains("\nDecided on 6 open claims due since the night of 2026-11-12\n");
        assertThat(database.rows("select due_since, every_because from run order by number"))
                .containsExactly("null|FIRST", "1|null", "2|null");
    }

    @Test
    void evaluateClaimsToWhichSomethingHappened() {
        sandbox.feed(
                "events-2.csv",
                "event_id,claim_id,occurred_at,type,actor_role,actor,comment",
                "E-1,CPOR-7,2026-11-11T10:00:00Z,CLAIM_SUBMITTED,PARTNER,someone,",
                "E-2,CPOR-8,2026-11-11T10:00:00Z,COMMENTED,PARTNER,someone,Please wait",
                "E-3,CPOR-1,2026-11-11T10:00:00Z,COMMENTED,PARTNER,someone,Thank you");

        assertThat(night("2026-11-12")).contains("\nDecided on 2 open claims due since the night of 2026-11-10");
        assertThat(night("2026-11-16"))
                .as("the other five, and the one submitted first on 28 October, eleven business days ago")
                .contains("\nDecided on 6 open claims due since the night of 2026-11-12\n");
    }

    @Test
    void evaluateClaimsOnHoldAndInQuarantineAgain() throws IOException {
        sandbox.feed(
                "partners-2.csv",
                "mpn_id,name,country,currency,programs,payout_profile_valid,designations",
                "1000002,Elsewhere Ltd,US,USD,OSU,false,MODERN_WORK");
        sandbox.feed(
                "claims-2.csv",
                "claim_id,claim_name,mpn_id,program,activity,tenant_id,created_at",
                "HELD,Teams,1000002,OSU,USAGE,tenant-1,2026-10-26T08:00:00Z");
        sandbox.feed(
                "claim-lines-2.csv",
                "claim_id,line_no,solution_area,workload,channel,seats,monthly_active_users,annual_revenue,currency",
                "HELD,1,MODERN_WORK,Teams,DIRECT,200,160,9600.00,USD");
        sandbox.feed(
                "events-2.csv",
                "event_id,claim_id,occurred_at,type,actor_role,actor,document_name,document_sha256",
                "H-1,HELD,2026-10-27T08:00:00Z,POE_UPLOADED,PARTNER,someone,plan.pdf," + "0a".repeat(32),
                "H-2,HELD,2026-10-27T09:00:00Z,CLAIM_SUBMITTED,PARTNER,someone,,",
                "H-3,HELD,2026-10-27T10:00:00Z,REVIEW_STARTED,REVIEWER,someone,,",
                "H-4,HELD,2026-10-27T11:00:00Z,CLAIM_APPROVED,REVIEWER,someone,,");
        Path rule = sandbox.rules().resolve("lifecycle/auto-rejection.drl");
        sandbox.write(rule, Files.readString(rule) + """
                rule "A second opinion"
                when $claim : Claim(claimId == "CPOR-5", status == Status.PARTNER_ACTION_REQUIRED, daysInStatus > 6)
                then decide.reject($claim, MISSING_PRODUCTS);
                end
                rule "A third opinion"
                when $claim : Claim(claimId == "CPOR-5", status == Status.PARTNER_ACTION_REQUIRED, daysInStatus > 6)
                then decide.reject($claim, POE_UNAVAILABLE);
                end
                """);
        assertThat(night("2026-11-12"))
                .contains(
                        "\nDecided on all 7 open claims, because the rules are others than those of the night before\n")
                .contains("1 claim is in quarantine", "1 claim is held");

        assertThat(night("2026-11-13"))
                .contains("\nDecided on 2 open claims due since the night of 2026-11-12")
                .contains("1 claim is in quarantine", "1 claim is held");
        sandbox.feed(
                "partners-3.csv",
                "mpn_id,name,country,currency,programs,payout_profile_valid,designations",
                "1000002,Elsewhere Ltd,US,USD,OSU,true,MODERN_WORK");
        assertThat(night("2026-11-14")).contains("Decided on 2 open claims", "A claim that was on hold is assessed");
    }

    @Test
    void evaluateEveryClaimWhereTheNightBeforeIsNoMeasure() throws IOException {
        assertThat(night("2026-11-11", "--full"))
                .contains("Decided on all 6 open claims, because --full asked for it: no rule had anything to say");
        assertThat(night("2026-11-08"))
                .contains("Decided on all 6 open claims, because a night of a later business date came before it");
        sandbox.write(sandbox.jobs().resolve("calendar.yaml"), "weekend: [FRIDAY]\n");
        assertThat(night("2026-11-12"))
                .contains(
                        "Decided on all 6 open claims, because the calendar or the program is another than that of the night before");
        Path rule = sandbox.rules().resolve("lifecycle/auto-rejection.drl");
        sandbox.write(rule, Files.readString(rule).replace("InStatus > 5", "InStatus - 50 > 0"));
        night("2026-11-13");
        assertThat(night("2026-11-14"))
                .contains(
                        "because a rule depends on the business date in a way that cannot be read off, see: cpor rules check");
        assertThat(sandbox.run("rules", "check").out())
                .contains(
                        "auto-rejection.drl:13:1: rule \"The partner did not respond within five business days\": when a claim falls due cannot be read off its conditions");
        sandbox.write(
                rule,
                Files.readString(rule).replace("InStatus - 50 > 0", "InStatus > 50, businessDate != \"2026-11-17\""));
        night("2026-11-15");
        assertThat(night("2026-11-16")).contains("Decided on 0 open claims due since the night of 2026-11-15");
        assertThat(night("2026-11-17"))
                .contains("Decided on all 6 open claims, because a rule names a business date that has come");
        sandbox.write(rule, Files.readString(rule).replace("InStatus > 50", "InStatus > 51"));
        assertThat(night("2026-11-18", "--full"))
                .contains(
                        "Decided on all 6 open claims, because --full asked for it; which of them were due is not known, as no night before is a measure of that: no rule");
    }

    /** Somebody has changed a claim by hand, past the history: the query cannot know. */
    @Test
    void evaluateEveryClaimNowAndThenAndTellWhatTheQueryWouldHaveMissed() {
        sandbox.nightly("sweepEvery: 3");
        night("2026-11-11");
        database.change("update claim set status_since = '2026-11-01' where claim_id = 'CPOR-9'");
        assertThat(night("2026-11-12")).contains("Decided on 0 open claims");

        String told = night("2026-11-13");

        assertThat(told)
                .contains("Decided on all 6 open claims, because sweepEvery in nightly.yaml asked for it")
                .contains("1 claim was decided that the query for due claims had missed  cpor runs show 4");
        assertThat(sandbox.run("runs", "show", "4").out())
                .contains("Decided though not due: a fault of cpor, or of data that was changed by hand\n  CPOR-9\n");
        assertThat(night("2026-11-14")).contains("due since the night of 2026-11-13");
    }

    /** The brake stops it before it has decided on a claim; who approves it approves a night of every claim. */
    @Test
    void evaluateEveryClaimWhereThatWasAskedForBeforeTheBrake() {
        night("2026-11-11");
        database.change("update claim set status_since = '2026-11-01' where claim_id = 'CPOR-9'");
        sandbox.nightly("brake: { rejectedPercent: 0 }");
        assertThat(sandbox.night("--date", "2026-11-12", "--skip-rule-tests", "--full")
                        .err())
                .contains("rejects 1 of 6 open claims", "cpor nightly --approve 3");

        assertThat(sandbox.night("--approve", "3").out())
                .contains("Decided on all 6 open claims, because --full asked for it\n")
                .contains("1 claim was decided that the query for due claims had missed");
    }

    @Test
    void missNoClaimThatStaysAsItIsInQuarantine() throws IOException {
        sandbox.nightly("sweepEvery: 1");
        Path rule = sandbox.rules().resolve("lifecycle/auto-rejection.drl");
        sandbox.write(rule, Files.readString(rule) + """
                rule "A second opinion"
                when $claim : Claim(status == Status.PARTNER_ACTION_REQUIRED, daysInStatus > 30)
                then decide.reject($claim, MISSING_PRODUCTS);
                end
                """);
        night("2026-11-11");
        database.change("update claim set status_since = '2026-10-01' where claim_id = 'CPOR-9'");

        assertThat(night("2026-11-12"))
                .contains("because sweepEvery in nightly.yaml asked for it", "1 claim is in quarantine")
                .doesNotContain("had missed");
    }

    /** What came in after the evaluation was over is for the next night, by which rules and options ever this one is ended. */
    @Test
    void evaluateWhatHappenedAfterTheEvaluationOfANightThatEndedLater() throws IOException {
        Path control = sandbox.out().resolve("payout/2026-11-12/control.json");
        sandbox.write(control, "in the way");
        String[] again = {"--date", "2026-11-12", "--skip-rule-tests"};
        assertThat(sandbox.night(again).status()).isEqualTo(1);
        sandbox.feed(
                "events-2.csv",
                "event_id,claim_id,occurred_at,type,actor_role,actor",
                "E-1,CPOR-7,2026-11-11T10:00:00Z,CLAIM_SUBMITTED,PARTNER,someone",
                "E-2,CPOR-7,2026-11-11T11:00:00Z,REVIEW_STARTED,REVIEWER,someone",
                "E-3,CPOR-7,2026-11-11T12:00:00Z,CLAIM_APPROVED,REVIEWER,someone",
                "E-4,CPOR-7,2026-11-12T10:00:00Z,CONSENT_DECLINED,CUSTOMER,someone");
        assertThat(sandbox.run("intake", "--date", "2026-11-12").status()).isZero();
        Path rule = sandbox.rules().resolve("lifecycle/auto-rejection.drl");
        sandbox.write(rule, Files.readString(rule).replace("> 5", "> 4"));
        assertThat(sandbox.night("--date", "2026-11-12", "--skip-rule-tests", "--new-rules")
                        .err())
                .contains("has evaluated claims with the rules that it began with");
        sandbox.write(rule, Files.readString(rule).replace("> 4", "> 5"));
        Files.delete(control);

        assertThat(night("2026-11-12", "--full"))
                .contains("Decided on 0 open claims due since the night of 2026-11-10");

        assertThat(night("2026-11-13")).contains("Decided on 1 open claim due since the night of 2026-11-12");
        assertThat(database.rows("select status from claim where claim_id = 'CPOR-7'"))
                .containsExactly("REJECTED");
    }

    /** A version that noted nothing of evaluations had come to the end of this one, or had begun with it, when it failed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goOnWithANightOfAVersionThatNotedNothing(boolean over) throws IOException {
        Path control = sandbox.out().resolve("payout/2026-11-16/control.json");
        sandbox.write(control, "in the way");
        assertThat(sandbox.night("--date", "2026-11-16", "--skip-rule-tests").status())
                .isEqualTo(1);
        database.change("update run set evaluation = null, history_before = null, counted_by = null, due_since = null,"
                + " every_because = null");
        if (!over) {
            database.change("update BATCH_STEP_EXECUTION set STATUS = 'FAILED' where STEP_NAME = 'evaluate'");
        }
        assertThat(sandbox.night("--date", "2026-11-16", "--skip-rule-tests").status())
                .isEqualTo(1);
        assertThat(sandbox.run("claims", "reinstate", "--run", "1", "--reason", "It was wrong", "--yes")
                        .err())
                .contains("claims are put back between nights, so let it end first");
        Files.delete(control);

        assertThat(night("2026-11-16")).contains("\nDecided on 6 open claims\n");
        night("2026-11-17");

        assertThat(database.rows("select due_since, every_because from run order by number"))
                .containsExactly("null|null", "null|FIRST", "null|CALENDAR");
    }

    /** Of two claims that are due one is evaluated, then a night of a later date comes, and the first one has to look at all. */
    @Test
    void countEachClaimOnceWhereTheyBeginWithEveryClaimOnceMore() {
        sandbox.nightly("chunk: 1", "partitions: 1");
        sandbox.feed(
                "events-2.csv",
                "event_id,claim_id,occurred_at,type,actor_role,actor,comment",
                "E-1,CPOR-7,2026-11-11T10:00:00Z,COMMENTED,PARTNER,someone,Please wait",
                "E-2,CPOR-8,2026-11-11T10:00:00Z,COMMENTED,PARTNER,someone,Please wait");
        database.change("""
                create trigger one_page before insert on tally for each row
                if exists (select 1 from tally where run = new.run and topic = 'EVALUATED') then
                    signal sqlstate '99000' set message_text = 'enough';
                end if""");
        assertThat(sandbox.night("--date", "2026-11-12", "--skip-rule-tests").err())
                .contains("enough");
        database.change("drop trigger one_page");
        assertThat(night("2026-11-13"))
                .contains("Decided on all 6 open claims, because the night before it has not ended");

        assertThat(night("2026-11-12"))
                .contains("Decided on all 6 open claims, because a night of a later business date came before it");
    }

    private String night(String date, String... options) {
        Said said = sandbox.night(Stream.concat(Stream.of("--date", date, "--skip-rule-tests"), Stream.of(options))
                .toArray(String[]::new));
        assertThat(said.status()).as(said.err()).isZero();
        return said.out();
    }
}
