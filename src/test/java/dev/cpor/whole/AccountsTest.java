package dev.cpor.whole;

import static dev.cpor.whole.AccountedNights.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.account.DocumentFormat;
import dev.cpor.account.Period;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What finance and partners are told of {@link AccountedNights}. */
@Tag("database")
class AccountsTest {
    private static final Period NOVEMBER = Period.of(YearMonth.parse("2026-11"));

    @TempDir
    static Path folder;

    private static AccountedNights nights;

    @BeforeAll
    static void runNights() {
        nights = new AccountedNights(folder);
    }

    @AfterAll
    static void close() {
        nights.close();
    }

    @Test
    void addsUpAMonthFromItsOpeningToItsClosingBalance() throws IOException {
        JsonNode report = nights.report(NOVEMBER);

        assertThat(report.path("as_of").asString()).isEqualTo("2026-11-10");
        assertThat(rows(report, "totals", "currency", "opening", "earned", "reversed", "closing", "difference"))
                .containsExactly("EUR 0.00 20.00 0.00 20.00 0.00", "USD 10.00 30.00 -10.00 30.00 0.00");
        assertThat(rows(report, "totals_usd", "program", "opening", "earned", "reversed", "closing"))
                .containsExactly("OSU 10.00 52.00 -10.00 52.00");
        assertThat(rows(report, "payments", "currency", "closing", "sent", "failed", "rejected", "unanswered"))
                .containsExactly("EUR 20.00 0.00 0.00 0.00 20.00", "USD 30.00 10.00 30.00 0.00 -10.00");
        assertThat(rows(report, "balances", "mpn_id", "currency", "opening", "closing"))
                .containsExactly("1 EUR 0.00 20.00", "1 USD 10.00 0.00", "2 USD 0.00 30.00");
        assertThat(movements(report)).isEqualTo(nights.manifests("2026-11"));
    }

    @Test
    void addsUpASingleNight() {
        JsonNode report = nights.report(Period.of(LocalDate.parse("2026-11-09")));

        assertThat(rows(report, "totals", "currency", "opening", "earned", "reversed", "closing"))
                .containsExactly("EUR 0.00 20.00 0.00 20.00", "USD 10.00 30.00 0.00 40.00");
        assertThat(rows(report, "payments", "currency", "sent", "unanswered"))
                .as("what finance had answered by then")
                .containsExactly("EUR 0.00 20.00", "USD 0.00 40.00");
    }

    @Test
    void tellsWhatBecameOfClaimsAndEarnings() {
        JsonNode report = nights.report(NOVEMBER);

        assertThat(rows(report, "claims", "mpn_id", "handed_off", "eligible", "ineligible", "on_hold"))
                .containsExactly("1 2 1 1 0", "2 1 1 0 0", "3 0 0 0 1");
        assertThat(rows(report, "holds", "claim_id", "reason", "since", "days"))
                .containsExactly("H-1 PAYOUT_PROFILE_INVALID 2026-11-09 1");
        assertThat(rows(report, "reversals", "earning_id", "reverses", "amount", "reason"))
                .containsExactly("A-1-1-2 A-1-1-1 -10.00 SUBSCRIPTION_NOT_ACTIVE");
        assertThat(rows(report, "unpaid", "earning_id", "status", "reason"))
                .containsExactly("B-1-1-1 FAILED The account is closed");
    }

    @Test
    void namesSubscriptionsThatAreClaimedOrPaidTwice() {
        JsonNode ninth = nights.report(Period.of(LocalDate.parse("2026-11-09")));
        JsonNode tenth = nights.report(Period.of(LocalDate.parse("2026-11-10")));

        assertThat(rows(ninth, "claimed_twice", "subscription_id", "claim_id", "mpn_id"))
                .containsExactly("s-1 A-1 1", "s-1 B-1 2");
        assertThat(rows(ninth, "paid_twice", "subscription_id", "earning_id", "amount"))
                .containsExactly("s-1 A-1-1-1 10.00", "s-1 B-1-1-1 30.00");
        assertThat(tenth.path("claimed_twice")).as("nothing was handed off").isEmpty();
        assertThat(tenth.path("paid_twice")).as("one of them was taken back").isEmpty();
    }

    @Test
    void tellsOfAMonthWithoutAnything() {
        assertThat(nights.told(Period.of(YearMonth.parse("2025-01")), DocumentFormat.TABLE))
                .isEqualTo("Reconciliation of January 2025\nNo night of it is complete.\n");
    }

    /** Each change is undone, so that the tests can run in any order. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    update earning set extract = null where earning_id = 'A-2-1-1' | update earning set extract = (select id from payout_extract where business_date = '2026-11-09') where earning_id = 'A-2-1-1' | BALANCE EXTRACT ROWS
                    update earning set business_date = '2026-10-30' where earning_id = 'B-1-1-1' | update earning set business_date = '2026-11-09' where earning_id = 'B-1-1-1' | BALANCE EXTRACT
                    update earning set run = 1 where earning_id = 'B-1-1-1' | update earning set run = 2 where earning_id = 'B-1-1-1' | UNEXPLAINED NO_HAND_OFF
                    update payout_extract set row_count = 7 where business_date = '2026-11-10' | update payout_extract set row_count = 1 where business_date = '2026-11-10' | ROWS
                    """)
    void namesWhatDoesNotAgree(String damage, String repair, String kinds) {
        nights.change(damage);
        try {
            assertThat(rows(nights.report(NOVEMBER), "differences", "kind")).containsExactly(kinds.split(" "));
        } finally {
            nights.change(repair);
        }
    }

    @Test
    void tellsAPartnerWhatEachLineEarnsOrWhyItEarnsNothing() {
        JsonNode statement = nights.statement("1", "2026-11");

        assertThat(rows(
                        statement,
                        "balances",
                        "currency",
                        "opening",
                        "earned",
                        "taken_back",
                        "closing",
                        "sent",
                        "not_sent"))
                .containsExactly("EUR 0.00 20.00 0.00 20.00 0.00 20.00", "USD 10.00 0.00 -10.00 0.00 10.00 -10.00");
        assertThat(rows(statement, "handed_off", "claim_id", "line_no", "amount", "explanation"))
                .containsExactly(
                        "A-2 1 20.00 1 % of the annual revenue of 2000.00 EUR",
                        "A-2 2 null What was bought through a cloud solution provider does not earn.",
                        "A-3 1 null What was bought through a cloud solution provider does not earn.");
        assertThat(rows(statement, "taken_back", "earning_id", "amount", "explanation"))
                .containsExactly(
                        "A-1-1-2 -10.00 Takes back A-1-1-1. The subscription is neither active nor in its grace period.");
        assertThat(rows(statement, "payments", "earning_id", "payment"))
                .containsExactly("A-1-1-1 sent on 2026-11-04, payment p-1");
        assertThat(rows(statement, "open", "claim_id", "status", "since", "explanation"))
                .containsExactly(
                        "A-4 PARTNER_ACTION_REQUIRED 2026-11-09 The reviewer waits for your answer: complete the"
                                + " claim and submit it again. Dates on the proof of execution are missing, or too old for the claim."
                                + " A claimed product or workload is not in the proof of execution.");
    }

    @Test
    void tellsAPartnerWhatWasRejectedAndWhatIsOnHold() {
        assertThat(rows(nights.statement("2", "2026-11"), "rejected", "claim_id", "date", "explanation"))
                .containsExactly("B-2 2026-11-03 The proof of execution does not show that you did the work.");
        assertThat(rows(nights.statement("3", "2026-11"), "on_hold", "claim_id", "since", "explanation"))
                .containsExactly(
                        "H-1 2026-11-09 Your payout profile is not valid; the claim is assessed as soon as it is.");
    }

    @Test
    void tellsOfAMovedClaimWhoeverHadItThen() {
        assertThat(open("1", "2026-10")).containsExactly("M-1");
        assertThat(open("2", "2026-10")).isEmpty();
        assertThat(open("1", "2026-11")).containsExactly("A-4");
        assertThat(open("2", "2026-11")).containsExactly("M-1");
    }

    @ParameterizedTest
    @EnumSource(DocumentFormat.class)
    void tellsAPartnerNothingOfOthersAndOfTheReview(DocumentFormat format) {
        String statement = nights.statement("1", "2026-11", format);

        assertThat(statement)
                .contains("A-2")
                .doesNotContain("B-1", "B-2", "H-1", "M-1", "Sudri", "rita@example.org", "Seen by me")
                .doesNotContainPattern("[0-9a-f]{12}")
                .doesNotContain("rate of the rate card");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(nights.statement("4", "2026-11", DocumentFormat.TABLE)).isEqualTo("""
                        Statement of November 2026 for Vestri, MPN ID 4
                        As of 2026-11-10. No claim was handed off, rejected, on hold or open.
                        """);
    }

    @Test
    void saysThatThereIsNoSuchPartner() {
        Said said = nights.run("payout", "statement", "--partner", "5", "--month", "2026-11");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("There is no partner 5; ");
    }

    @Test
    void reportsTheLastNightUnlessToldOtherwise() {
        Said said = nights.run("payout", "report");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("Reconciliation of 10 November 2026\nIts night is complete.\nNothing differs: ");
    }

    @Test
    void writesIntoAFileThatNoSpreadsheetTakesForFormulasAndFailsWhenSomethingDiffers() throws IOException {
        Path file = folder.resolve("report.csv");
        nights.change("update payout_extract set row_count = 7 where business_date = '2026-11-10'");

        Said said = nights.run("payout", "report", "--month", "2026-11", "--format", "csv", "--into", file.toString());
        nights.change("update payout_extract set row_count = 1 where business_date = '2026-11-10'");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo("""
                        "Reconciliation of November 2026" is in %s.
                        Reconciliation of November 2026 does not agree; what differs comes first.
                        """.formatted(file));
        assertThat(Files.readString(file))
                .startsWith("part,program,mpn_id,")
                .contains(",'=Nordri & Co,")
                .contains("differences,,,,,,ROWS,,\"The extract OSU 000003 of 2026-11-10 was written with 7 rows;");
    }

    private static List<String> open(String mpnId, String month) {
        return rows(nights.statement(mpnId, month), "open", "claim_id");
    }

    private static Map<String, BigDecimal> movements(JsonNode report) {
        Map<String, BigDecimal> movements = new TreeMap<>();
        report.path("totals")
                .forEach(row -> movements.put(
                        row.path("currency").asString(),
                        row.path("closing")
                                .decimalValue()
                                .subtract(row.path("opening").decimalValue())));
        return movements;
    }
}
