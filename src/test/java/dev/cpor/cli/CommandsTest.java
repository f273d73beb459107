package dev.cpor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox.Said;
import dev.cpor.cli.session.Console;
import dev.cpor.cli.session.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands print, and where, over two nights of a few claims. */
@Tag("database")
class CommandsTest {
    private static final String EVENTS =
            "event_id,claim_id,occurred_at,type,actor_role,actor,field,value,document_name,document_sha256,comment";
    private static final String SHA_256 = "0".repeat(64);

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static Said firstNight;
    private static Said secondNight;

    @BeforeAll
    static void runTwoNights() {
        sandbox = new Sandbox(folder)
                .feed(
                        "partners-1.csv",
                        "mpn_id,name,country,currency,programs,payout_profile_valid,designations",
                        "4711,Contoso,DE,EUR,OSU,false,BUSINESS_APPLICATIONS")
                .feed("customers-1.csv", "tenant_id,name,country,public_sector", "t-1,Fabrikam,FR,false")
                .feed(
                        "claims-1.csv",
                        "claim_id,claim_name,mpn_id,program,activity,tenant_id,created_at",
                        "=C,Rollout,4711,OSU,USAGE,t-1,2026-11-02T08:00:00Z",
                        "C-2,\"two\nlines \uD83D\uDE00\",4711,OSU,USAGE,t-1,2026-11-02T08:00:00Z")
                .feed(
                        "claim-lines-1.csv",
                        "claim_id,line_no,solution_area,product,subscription_id,channel,subscription_state,seats,monthly_active_users,annual_revenue,currency",
                        "=C,1,BUSINESS_APPLICATIONS,Sales,s-1,DIRECT,ACTIVE,1,1,1000.5,EUR")
                .feed(
                        "events-1.csv",
                        EVENTS,
                        "e-1,=C,2026-11-02T09:00:00Z,POE_UPLOADED,PARTNER,anna,,,poe.pdf," + SHA_256 + ",",
                        "e-2,=C,2026-11-02T10:00:00Z,CLAIM_SUBMITTED,PARTNER,anna,,,,,",
                        "e-3,=C,2026-11-02T11:00:00Z,REVIEW_STARTED,REVIEWER,rita,,,,,",
                        "e-4,=C,2026-11-02T12:00:00Z,CLAIM_APPROVED,REVIEWER,rita,,,,,",
                        "e-5,C-2,2026-11-02T12:00:00Z,COMMENTED,REVIEWER,rita,,,,,\"Any, \"\"news\"\"?\"",
                        "e-6,C-2,2026-11-09T12:00:00Z,REVIEW_STARTED,REVIEWER,rita,,,,,");
        firstNight = sandbox.run("nightly", "--date", "2026-11-02", "--strict");
        secondNight = sandbox.run("nightly", "--date", "2026-11-10", "--strict");
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void tellsOfADryRunAllThatItPointsToAndLeavesNothing() {
        Said said = sandbox.feed("events-2.csv", EVENTS, "e-7,C-3,2026-11-11T12:00:00Z,COMMENTED,PARTNER,anna,,,,,Hi")
                .run("nightly", "--dry-run", "--date", "2026-11-11");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("2026-11-11 reject events-2.csv:2 e-7 UNKNOWN_CLAIM: ")
                .containsPattern("  =C +PAYOUT_PROFILE_INVALID +1\n")
                .containsPattern("  1 reject +listed above\n  1 claim is held +listed above\n$");
        assertThat(sandbox.run("runs", "list", "--format", "csv").lines()).hasSize(3);
        assertThat(sandbox.out().resolve("runs/2026-11-11")).doesNotExist();
    }

    @Test
    void endsWellWhenNothingNeedsAttention() {
        assertThat(firstNight.status()).isEqualTo(ExitStatus.DONE);
        assertThat(firstNight.out()).endsWith("\nNothing needs attention.\n");
    }

    @Test
    void endsWithWhatNeedsAttentionAlsoOfRowsThatCameEarlier() {
        assertThat(secondNight.status()).isEqualTo(ExitStatus.ATTENTION);
        assertThat(secondNight.out()).endsWith("""

                        Needs attention
                          1 reject         cpor runs show 2
                          1 claim is held  cpor claims show =C
                        """);
    }

    @Test
    void showsOfARunAllThatItsSummaryPointsTo() {
        assertThat(sandbox.run("runs", "show", "2").out())
                .contains("Held claims", "=C", "PAYOUT_PROFILE_INVALID", "Rejects", "STATUS_NOT_ALLOWED", "e-6");
    }

    @Test
    void listsClaimsAsCsvInTheColumnsThatOthersReadAlsoWhenAskedInCapitals() {
        assertThat(sandbox.run("claims", "list", "--format", "CSV")).isEqualTo(new Said(0, """
                                claim_id,mpn_id,program,activity,tenant_id,status,reason,consent,incentive,status_since,version
                                =C,4711,OSU,USAGE,t-1,APPROVED,,ELAPSED,NOT_ASSESSED,2026-11-02,6
                                C-2,4711,OSU,USAGE,t-1,EDITING,,NONE,NOT_ASSESSED,2026-11-02,2
                                """, ""));
        assertThat(sandbox.run("claims", "list", "--status", "editing", "--format", "csv")
                        .lines())
                .hasSize(2);
    }

    @Test
    void showsAClaimAsJsonWithWhyItIsHeld() {
        JsonNode claim = JsonMapper.shared()
                .readTree(
                        sandbox.run("claims", "show", "=C", "--format", "json").out());

        assertThat(claim.path("notes").asString()).isEqualTo("PAYOUT_PROFILE_INVALID");
        assertThat(claim.path("lines").get(0).path("annual_revenue").decimalValue())
                .isEqualByComparingTo("1000.5");
        assertThat(claim.path("documents").get(0).path("uploaded_at").asString())
                .isEqualTo("2026-11-02T09:00:00Z");
        assertThat(claim.path("dispute").isNull()).isTrue();
    }

    @Test
    void showsAHistoryFromThePartnersSideWithoutTheReviewersName() {
        Said reviewer = sandbox.run("claims", "history", "C-2", "--format", "json");
        Said partner = sandbox.run("claims", "history", "C-2", "--as", "PARTNER", "--format", "json");

        JsonNode seen = JsonMapper.shared().readTree(partner.out()).get(1);
        assertThat(seen.path("comment").asString()).isEqualTo("Any, \"news\"?");
        assertThat(seen.path("actor").isNull()).isTrue();
        assertThat(JsonMapper.shared()
                        .readTree(reviewer.out())
                        .get(1)
                        .path("actor")
                        .asString())
                .isEqualTo("rita");
    }

    @Test
    void saysOnStandardErrorThatAClaimIsUnknown() {
        assertThat(sandbox.run("claims", "show", "C-9"))
                .isEqualTo(new Said(
                        1, "", "There is no claim C-9; see the claims that there are with: cpor claims list.\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bogus",
                "claims",
                "claims list --format xml",
                "nightly --date 2026-13-01",
                "nightly --from 2026-11-02",
                "nightly --from 2026-11-03 --to 2026-11-02",
                "nightly --date 2026-11-02 --from 2026-11-02 --to 2026-11-02",
                "generate --claims 0 --into /nowhere",
                "payout report --month 2026-13",
                "payout report --month 2026-11 --date 2026-11-20",
                "payout statement --month 2026-11",
                "runs show first"
            })
    void saysInOneSentenceOnStandardErrorWhatIsWronglyUsed(String words) {
        Said said = without(words.split(" "));

        assertThat(said.status()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines())
                .singleElement()
                .asString()
                .contains("see: cpor")
                .doesNotContain("java.");
    }

    @Test
    void takesSettingsBeforeTheCommandsNameAndAfterIt() {
        String rules = sandbox.rules().toString();

        assertThat(without("--rules", rules, "rules", "check").status()).isZero();
        assertThat(without("rules", "--rules", rules, "check").status()).isZero();
        assertThat(without("rules", "check", "--rules", rules).status()).isZero();
        assertThat(without("--rules", "no-such-folder", "rules", "check").err()).contains("no-such-folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nightly",
                "intake",
                "claims",
                "claims list",
                "claims show",
                "claims history",
                "claims reinstate",
                "rules",
                "rules check",
                "payout",
                "payout list",
                "payout verify",
                "payout reverse",
                "payout report",
                "payout statement",
                "runs",
                "runs list",
                "runs show",
                "generate"
            })
    void helpsOnEveryCommand(String command) {
        Said said = without((command + " --help").strip().split(" "));

        assertThat(said.status()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).startsWith(("Usage: cpor " + command).strip());
    }

    /** Runs a command without the settings of the sandbox. */
    private static Said without(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        int status = Main.commandLine(console).execute(words);
        console.flush();
        return new Said(status, out.toString(), err.toString());
    }
}
