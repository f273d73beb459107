package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A night whose rules reject partners three days too early. Before anybody notices, one partner disputes that, and one claim
 * that was handed off gets a comment; all others are put back, and the next night decides them by the right rules.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReinstateTest {
    private static final String RULE = "The partner did not respond within five business days";
    private static final String WHY = "The rule counted wrongly.";
    private static final String STANDING =
            "select claim_id, status, rejection, consent, incentive, status_since, notes, version from claim order by claim_id";

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private OpenDatabase database;

    @SuppressWarnings("NullAway.Init")
    private Path wrongRules;

    @SuppressWarnings("NullAway.Init")
    private Said listed;

    @SuppressWarnings("NullAway.Init")
    private Said ofRule;

    @SuppressWarnings("NullAway.Init")
    private Said ofRuleAgain;

    @SuppressWarnings("NullAway.Init")
    private Said all;

    @SuppressWarnings("NullAway.Init")
    private Said next;

    private boolean listingLeftNothing;
    private List<String> putBack = List.of();

    @BeforeAll
    void undoesAWrongNight(@TempDir Path folder) throws IOException {
        sandbox = new Sandbox(folder);
        SmallInbox.of(7).writeTo(sandbox);
        database = sandbox.open();
        Path rule = sandbox.rules().resolve("lifecycle/auto-rejection.drl");
        String right = Files.readString(rule);
        sandbox.write(rule, right.replace("businessDaysInStatus > 5", "businessDaysInStatus > 2"));
        night("--date", "2026-11-10", "--skip-rule-tests");
        wrongRules = folder.resolve("wrong-rules");
        FileSystemUtils.copyRecursively(sandbox.rules(), wrongRules);
        sandbox.write(rule, right);
        whatHappensMeanwhile();
        night("--date", "2026-11-12");

        Map<String, List<String>> before = database.everything();
        listed = reinstate("--run", "1");
        listingLeftNothing = database.everything().equals(before);
        ofRule = reinstate("--run", "1", "--rule", RULE, "--yes");
        ofRuleAgain = reinstate("--run", "1", "--rule", RULE, "--yes");
        all = reinstate("--run", "1", "--yes", "--format", "csv");
        putBack = database.rows(STANDING);
        next = night("--date", "2026-11-13");
    }

    private void whatHappensMeanwhile() {
        sandbox.feed(
                        "disputes-2.csv",
                        "dispute_id,claim_id,opened_at,mpn_id,program,products,tenant_id,details",
                        "D-1,CPOR-7,2026-11-11T08:00:00Z,1000001,OSU,Teams,tenant-1,We had three days left.")
                .feed(
                        "events-2.csv",
                        "event_id,claim_id,occurred_at,type,actor_role,actor,comment",
                        "E-2,CPOR-4,2026-11-11T08:00:00Z,COMMENTED,PARTNER,anna,Thank you!");
    }

    @AfterAll
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void listsWhatWouldBePutBackAndApartWhatHasMovedOnAndChangesNothing() {
        assertThat(listed.status()).isZero();
        assertThat(listingLeftNothing).isTrue();
        assertThat(listed.lines())
                .element(0)
                .asString()
                .as("what stands comes first")
                .isEqualTo("To be put back");
        assertThat(listed.out())
                .containsPattern("CPOR-1 +\\| HANDED_OFF .* APPROVED, consent PENDING \\| 2026-10-30 \\| +1\n")
                .containsPattern(
                        "CPOR-5 +\\| REJECTED +\\| NO_PARTNER_RESPONSE .* PARTNER_ACTION_REQUIRED +\\| 2026-11-05 \\| +0\n")
                .containsPattern("(?s)Left for a person: .*CPOR-4 .* COMMENTED\n.*CPOR-7 .* DISPUTE_OPENED\n")
                .endsWith("""

                        5 claims would be put back to where they stood before run 1, with 3 reversals; add --yes to do it.
                        2 claims are left as they are, because something has happened since; see what with: cpor claims history ID
                        """);
    }

    @Test
    void putsBackWhatOneRuleDecidedAndTheSecondTimeNothing() {
        assertThat(ofRule.status()).isZero();
        assertThat(ofRule.out())
                .startsWith("Put back\n")
                .contains(" CPOR-5 ", " CPOR-6 ")
                .doesNotContain(" CPOR-1 ")
                .contains("2 claims are put back to where they stood before run 1; the next night decides them anew.\n")
                .endsWith(
                        "1 claim is left as it is, because something has happened since; see what with: cpor claims history ID\n");
        assertThat(ofRuleAgain.status()).isZero();
        assertThat(ofRuleAgain.out())
                .contains("Nothing of run 1 is left to put back.\n", "2 claims are put back before.\n");
    }

    @Test
    void putsClaimsBackToWhereTheyStood() {
        assertThat(all.lines())
                .contains(
                        "CPOR-1,REINSTATED,HANDED_OFF,,The customer did not object within seven days; A rate of the rate card fits the line,\"APPROVED, consent PENDING\",2026-10-30,1,",
                        "CPOR-5,REINSTATED,REJECTED,NO_PARTNER_RESPONSE,%s,PARTNER_ACTION_REQUIRED,2026-11-05,0,REINSTATED"
                                .formatted(RULE));
        assertThat(all.err()).contains("3 claims are put back to where they stood before run 1; the next night ");
        assertThat(putBack)
                .isEqualTo(List.of(
                        "CPOR-1|APPROVED|null|PENDING|NOT_ASSESSED|2026-10-30||7",
                        "CPOR-2|APPROVED|null|PENDING|NOT_ASSESSED|2026-10-30||7",
                        "CPOR-3|APPROVED|null|PENDING|NOT_ASSESSED|2026-10-30||7",
                        "CPOR-4|APPROVED|null|ELAPSED|ELIGIBLE|2026-10-30||7",
                        "CPOR-5|PARTNER_ACTION_REQUIRED|null|NONE|NOT_ASSESSED|2026-11-05||8",
                        "CPOR-6|PARTNER_ACTION_REQUIRED|null|NONE|NOT_ASSESSED|2026-11-05||8",
                        "CPOR-7|REJECTED|NO_PARTNER_RESPONSE|NONE|NOT_ASSESSED|2026-11-10||8"));
    }

    @Test
    void theHistoryAndThePartnerAreToldWhy() {
        Said history = sandbox.run("claims", "history", "CPOR-5", "--as", "partner", "--format", "json");

        JsonNode row = JsonMapper.shared().readTree(history.out()).get(7);
        assertThat(row.path("kind").asString()).isEqualTo("REINSTATED");
        assertThat(row.path("comment").asString()).isEqualTo(WHY);
        assertThat(row.path("detail").asString()).isEqualTo("REJECTED by run 1 does not count");
        assertThat(row.path("rule").isNull()).isTrue();
        assertThat(row.path("occurred_at").asString()).isNotEmpty();
        assertThat(database.rows("select count(*) from notice where kind = 'REINSTATEMENT' and recipient = 'PARTNER'"))
                .isEqualTo(List.of("5"));
    }

    @Test
    void theNextNightDecidesAnewAndReversesWhatWasPaid() {
        assertThat(next.out())
                .containsPattern("PARTNER_ACTION_REQUIRED +2 +\\+2\n")
                .containsPattern(" 2  reminded +The partner's response is due soon")
                .containsPattern(" 3  handed off ")
                .containsPattern("  reversed +3 +-600.00\n");
        assertThat(database.rows("select earning_id, reverses, amount from earning where claim = 1 order by n"))
                .isEqualTo(List.of(
                        "CPOR-1-1-1|null|200.0000", "CPOR-1-1-2|CPOR-1-1-1|-200.0000", "CPOR-1-1-3|null|200.0000"));
        assertThat(database.rows("select sum(amount) from earning")).isEqualTo(List.of("800.0000"));
        Said verified =
                sandbox.run("payout", "verify", sandbox.out().resolve("payout").toString());
        assertThat(verified.status()).as(verified.out()).isZero();
    }

    @Test
    void nightsBeforeAndAfterAreExplainedAsTheyWere() {
        assertThat(explain("CPOR-5", "2026-11-10").out()).contains("rejected, NO_PARTNER_RESPONSE");
        assertThat(explain("CPOR-5", "2026-11-12").err())
                .contains("Claim CPOR-5 is not open in the night of 2026-11-12");
        assertThat(explain("CPOR-5", "2026-11-13").out()).contains("reminded, PARTNER_RESPONSE_DUE");
        assertThat(explain("CPOR-1", "2026-11-13").out()).contains("handed off, ELIGIBLE: CPOR-1-1-");
    }

    @Test
    void aReplayGoesOnFromTheReinstatedState() {
        JsonNode wrong = simulate(wrongRules, "2026-11-10..2026-11-13");

        assertThat(names(wrong)).isEqualTo(List.of("CPOR-5", "CPOR-6"));
        assertThat(wrong.path("changes").get(0).path("now").path("status").asString())
                .isEqualTo("PARTNER_ACTION_REQUIRED");
        assertThat(wrong.path("changes").get(0).path("with").path("status").asString())
                .isEqualTo("REJECTED");
        assertThat(names(simulate(sandbox.rules(), "2026-11-10..2026-11-13")))
                .as("with the right rules nobody would have had to dispute")
                .isEqualTo(List.of("CPOR-7"));
        assertThat(names(simulate(sandbox.rules(), "2026-11-12..2026-11-13"))).isEmpty();
        assertThat(names(simulate(sandbox.rules(), "2026-11-10..2026-11-10")))
                .as("what was put back later, the night itself had rejected")
                .isEqualTo(List.of("CPOR-5", "CPOR-6", "CPOR-7"));
    }

    @Test
    void whatCannotBeIsToldAndNothingIsChanged() {
        Map<String, List<String>> before = database.everything();

        assertFailed(reinstate("--run", "9", "--yes"), "There is no run 9; ");
        assertFailed(
                reinstate("--run", "1", "--rule", "The partner did not respond within five bussiness days", "--yes"),
                "No rule \"The partner did not respond within five bussiness days\" decided anything in run 1 of 2026-11-10; perhaps \"%s\" is meant; see "
                        .formatted(RULE));
        Said nothing = reinstate("--run", "2", "--yes");
        assertThat(nothing.status()).isZero();
        assertThat(nothing.out())
                .isEqualTo("Rules rejected and handed off nothing in run 2; there is nothing to put back.\n");
        assertThat(run("--run", "1", "--yes").status()).as("without a reason").isEqualTo(2);
        assertThat(run("--run", "1", "--reason", " ").status()).isEqualTo(2);
        assertThat(run("--run", "1", "--reason", "x".repeat(4001)).status()).isEqualTo(2);
        assertThat(run("--reason", "x").status()).as("without a run").isEqualTo(2);
        assertThat(database.everything()).isEqualTo(before);
    }

    @Test
    void whatWasPutBackStaysOnRecord() {
        assertThatThrownBy(() -> database.change("update reinstatement set notes = ''"))
                .rootCause()
                .hasMessageContaining("History is append-only");
        assertThatThrownBy(() -> database.change("delete from reinstatement"))
                .rootCause()
                .hasMessageContaining("History is append-only");
    }

    @Test
    void betweenNightsMeansThatNoneIsHalfDecided() {
        database.change("update run set status = 'FAILED' where number = 3");
        try {
            assertFailed(reinstate("--run", "3"), "The night of 2026-11-13, run 3, is FAILED; ");
            assertFailed(reinstate("--run", "1", "--yes"), "The night of 2026-11-13, run 3, is FAILED; ");
        } finally {
            database.change("update run set status = 'COMPLETED' where number = 3");
        }
    }

    private Said night(String... options) {
        Said said = sandbox.night(options);
        assertThat(said.status()).as(said.err()).isZero();
        return said;
    }

    private Said reinstate(String... options) {
        List<String> words = new ArrayList<>(List.of("--reason", WHY));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private Said run(String... options) {
        List<String> words = new ArrayList<>(List.of("claims", "reinstate"));
        words.addAll(List.of(options));
        return sandbox.run(words.toArray(String[]::new));
    }

    private Said explain(String claim, String date) {
        return sandbox.run("rules", "explain", claim, "--date", date);
    }

    private JsonNode simulate(Path rules, String nights) {
        Said said =
                sandbox.run("rules", "simulate", "--with", rules.toString(), "--nights", nights, "--format", "json");
        assertThat(said.status()).as(said.err()).isZero();
        return JsonMapper.shared().readTree(said.out());
    }

    private static List<String> names(JsonNode simulated) {
        return simulated.path("changes").findValuesAsString("claim_id");
    }

    private static void assertFailed(Said said, String sentence) {
        assertThat(said.status()).as(said.err()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.sentences()).singleElement().asString().startsWith(sentence);
    }
}
