package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Earnings that are reversed after a night that paid four claims 200.00 USD each. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReversalTest {
    private static final List<String> SAME_AS_REVERSED = List.of(
            "participantId",
            "participantName",
            "claimId",
            "customerName",
            "workload",
            "lever",
            "earningRate",
            "quantityType",
            "earningCurrency",
            "earningExchangeRate",
            "exchangeRateDate",
            "ruleName",
            "ruleset");

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private OpenDatabase database;

    private byte[] delivered = {};
    private String waiting = "";
    private long madeTooEarly;
    private boolean dryRunLeftNothing;

    @SuppressWarnings("NullAway.Init")
    private Said asked;

    @SuppressWarnings("NullAway.Init")
    private Said askedAgain;

    @SuppressWarnings("NullAway.Init")
    private Said dryRun;

    @SuppressWarnings("NullAway.Init")
    private Said next;

    @BeforeAll
    void reversesWhatTwoClaimsEarned(@TempDir Path folder) throws IOException {
        sandbox = new Sandbox(folder);
        SmallInbox.of(6).writeTo(sandbox);
        database = sandbox.open();
        night("2026-11-10");
        delivered = Files.readAllBytes(extract("2026-11-10", 1));
        asked = reverse("CPOR-1-1-1");
        assertThat(reverse("--claim", "CPOR-2", "--reason", "no_designation").status())
                .isZero();
        askedAgain = reverse("CPOR-1-1-1");
        waiting = net("CPOR-1");
        night("2026-11-09");
        madeTooEarly = database.number("select count(*) from earning where reverses is not null");
        Map<String, List<String>> before = database.everything();
        dryRun = sandbox.night("--dry-run", "--date", "2026-11-16");
        dryRunLeftNothing = database.everything().equals(before);
        next = night("2026-11-16");
        night("2026-11-17");
    }

    @AfterAll
    void closes() {
        database.close();
        sandbox.close();
    }

    @Test
    void aReversalWaitsForTheNextNight() {
        assertThat(asked.out())
                .isEqualTo("The next night reverses CPOR-1-1-1, 200.00 USD, with the reason CORRECTION.\n");
        assertFailed(askedAgain, "The reversal of CPOR-1-1-1 is asked for already; the next night ");
        assertThat(waiting).isEqualTo("200.00 + 0.00 + -200.00 = 0.00");
        assertThat(next.out()).containsPattern("\n  reversed +2 +-400.00\n");
    }

    /** From the 15th on Teams earns less: what was paid before is taken back as it was paid. */
    @Test
    void aReversalSaysWhatTheEarningSaidWithNegativeAmounts() {
        List<NamedCsvRecord> rows =
                Extracts.below(sandbox.out().resolve("payout")).rows();
        NamedCsvRecord paid = row(rows, "CPOR-1-1-1");
        NamedCsvRecord reversal = row(rows, "CPOR-1-1-2");

        assertThat(reversal.getField("earningDate")).isEqualTo("2026-11-16");
        assertThat(reversal.getField("reversesEarningId")).isEqualTo("CPOR-1-1-1");
        assertThat(reversal.getField("reasonCode")).isEqualTo("CORRECTION");
        assertThat(row(rows, "CPOR-2-1-2").getField("reasonCode")).isEqualTo("NO_DESIGNATION");
        for (String column : SAME_AS_REVERSED) {
            assertThat(reversal.getField(column)).as(column).isEqualTo(paid.getField(column));
        }
        for (String column : List.of("quantity", "earningAmount", "earningAmountUSD")) {
            assertThat(new BigDecimal(reversal.getField(column)).add(new BigDecimal(paid.getField(column))))
                    .as(column)
                    .isZero();
        }
    }

    @Test
    void aReversalIsInOneExtractAndTheFilesBeforeItStayAsTheyWere() throws IOException {
        Said verified =
                sandbox.run("payout", "verify", sandbox.out().resolve("payout").toString());

        assertThat(verified.status()).as(verified.out()).isZero();
        assertThat(Files.readAllBytes(extract("2026-11-10", 1))).isEqualTo(delivered);
        assertThat(sandbox.run("payout", "list", "--format", "csv").lines().subList(1, 3))
                .isEqualTo(List.of(
                        "payout-OSU-2026-11-10-000001.csv,2026-11-10,OSU,1,4,0,USD,800.00,800.00,1,0,0,0,,,,",
                        "payout-OSU-2026-11-16-000002.csv,2026-11-16,OSU,2,2,2,USD,-400.00,-400.00,3,0,0,0,,,,"));
        assertThat(database.number("select count(*) from earning")).isEqualTo(6);
    }

    @Test
    void aClaimShowsWhatRemains() {
        assertThat(net("CPOR-1")).isEqualTo("200.00 + -200.00 + 0.00 = 0.00");
        assertThat(net("CPOR-3")).isEqualTo("200.00 + 0.00 + 0.00 = 200.00");
        assertThat(sandbox.run("claims", "show", "CPOR-1").out())
                .containsPattern(
                        "1 \\| CPOR-1-1-2 \\| 2026-11-16 +\\| -200.00 .* EXTRACTED \\| CPOR-1-1-1 \\| CORRECTION");
    }

    @Test
    void aNightThatIsCaughtUpLeavesALaterEarningToOthers() {
        assertThat(madeTooEarly).isZero();
    }

    @Test
    void aDryRunTellsOfReversalsAndMakesNone() {
        assertThat(dryRun.out()).containsPattern("\n  reversed +2 +-400.00\n");
        assertThat(dryRunLeftNothing).isTrue();
    }

    @Test
    void whatCannotBeReversedIsToldAndNothingIsChanged() {
        Map<String, List<String>> before = database.everything();

        assertFailed(reverse("CPOR-1-1-1"), "Earning CPOR-1-1-1 is reversed already, by CPOR-1-1-2; ");
        assertFailed(reverse("CPOR-1-1-2"), "Earning CPOR-1-1-2 reverses CPOR-1-1-1 and cannot be reversed itself; ");
        assertFailed(reverse("--claim", "CPOR-2"), "Claim CPOR-2 has no earning left that counts");
        assertFailed(reverse("CPOR-1-1-7"), "There is no earning CPOR-1-1-7; ");
        assertFailed(reverse("--claim", "CPOR-9"), "There is no claim CPOR-9; ");
        assertFailed(reverse("--claim", "CPOR-6"), "Claim CPOR-6 never earned anything; ");
        assertThat(database.everything()).isEqualTo(before);
    }

    @Test
    void anEarningOfANightThatDiedBeforeItsExtractHasToWait() {
        database.change("set @extract = (select extract from earning where earning_id = 'CPOR-3-1-1')");
        database.change("update earning set extract = null where earning_id = 'CPOR-3-1-1'");
        try {
            assertFailed(reverse("CPOR-3-1-1"), "Earning CPOR-3-1-1 is in no extract yet; ");
            assertFailed(reverse("--claim", "CPOR-3"), "Earning CPOR-3-1-1 is in no extract yet; ");
        } finally {
            database.change("update earning set extract = @extract where earning_id = 'CPOR-3-1-1'");
        }
    }

    @Test
    void aReasonThatSaysNothingAgainstAnEarningIsWrongUsage() {
        Said mistyped = reverse("CPOR-4-1-1", "--reason", "NO_DESIGNATON");

        assertThat(mistyped.status()).isEqualTo(2);
        assertThat(mistyped.err())
                .contains(
                        "'NO_DESIGNATON' is not one of ", "CORRECTION", "; perhaps \"NO_DESIGNATION\" is meant; see:");
        assertThat(reverse("CPOR-4-1-1", "--reason", "PAYOUT_PROFILE_INVALID").status())
                .isEqualTo(2);
        assertThat(reverse().status()).isEqualTo(2);
        assertThat(reverse("CPOR-4-1-1", "--claim", "CPOR-4").status()).isEqualTo(2);
    }

    private Said night(String date) {
        Said said = sandbox.night("--date", date);
        assertThat(said.status()).as(said.err()).isZero();
        return said;
    }

    private Said reverse(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "payout";
        all[1] = "reverse";
        System.arraycopy(words, 0, all, 2, words.length);
        return sandbox.run(all);
    }

    private JsonNode show(String claim) {
        return JsonMapper.shared()
                .readTree(
                        sandbox.run("claims", "show", claim, "--format", "json").out());
    }

    /** Returns what was earned, was reversed, waits to be reversed, and the net. */
    private String net(String claim) {
        JsonNode net = show(claim).path("net").get(0);
        return "%s + %s + %s = %s"
                .formatted(amount(net, "earned"), amount(net, "reversed"), amount(net, "waiting"), amount(net, "net"));
    }

    private static BigDecimal amount(JsonNode net, String name) {
        return net.path(name).decimalValue().setScale(2);
    }

    private Path extract(String date, int sequence) {
        return sandbox.out()
                .resolve("payout")
                .resolve(date)
                .resolve("payout-OSU-%s-%06d.csv".formatted(date, sequence));
    }

    private static NamedCsvRecord row(List<NamedCsvRecord> rows, String earningId) {
        return rows.stream()
                .filter(row -> row.getField("earningId").equals(earningId))
                .findFirst()
                .orElseThrow();
    }

    private static void assertFailed(Said said, String sentence) {
        assertThat(said.status()).as(said.err()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.sentences()).singleElement().asString().startsWith(sentence);
    }
}
