package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.account.Document;
import dev.cpor.account.DocumentFormat;
import dev.cpor.account.Documents;
import dev.cpor.account.Period;
import dev.cpor.account.Reconciling;
import dev.cpor.account.Stating;
import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What finance and partners are told of three nights, the first in October:
 *
 * <pre>
 * 2026-10-31  A-1 earns 10.00 USD for the subscription s-1
 * 2026-11-09  A-2 earns 20.00 EUR, and nothing for what was bought through CSP, as for all of A-3; B-1 of another partner
 *             earns 30.00 USD for s-1 too; H-1 is held; M-1 is moved to the other partner
 * 2026-11-10  what A-1 earned is taken back; finance has sent it, and could not pay B-1
 * </pre>
 */
@Tag("database")
class AccountsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static OpenDatabase database;
    private static Sandbox.Beans beans;

    @BeforeAll
    static void runNights() {
        sandbox = new Sandbox(folder);
        database = sandbox.open();
        ApprovedClaims.feeds()
                .partner("1", "=Nordri & Co", true)
                .partner("2", "Sudri", true)
                .partner("3", "Austri", false)
                .partner("4", "Vestri", true)
                .approved("A-1", "1", "2026-10-20")
                .line("A-1", 1, "s-1", "1000", "USD")
                .approved("A-2", "1", "2026-11-01")
                .line("A-2", 1, "s-2", "2000", "EUR")
                .line("A-2", 2, "s-3", "1000", "EUR", "CSP")
                .approved("A-3", "1", "2026-11-01")
                .line("A-3", 1, "s-4", "1000", "EUR", "CSP")
                .submitted("A-4", "1", "2026-11-06")
                .line("A-4", 1, "s-5", "1000", "EUR")
                .asked("A-4", "2026-11-09", "MISSING_PRODUCTS;MISSING_OR_OLD_DATES")
                .approved("B-1", "2", "2026-11-01")
                .line("B-1", 1, "s-1", "3000", "USD")
                .rejected("B-2", "2", "2026-11-03", "INSUFFICIENT_POE")
                .line("B-2", 1, "s-7", "1000", "USD")
                .approved("H-1", "3", "2026-11-01")
                .line("H-1", 1, "s-6", "1000", "USD")
                .submitted("M-1", "1", "2026-10-30")
                .line("M-1", 1, "s-8", "1000", "USD")
                .moved("M-1", "2026-11-05", "2")
                .rate("EUR", "2026-10-01", "1.1")
                .into(sandbox, "1");
        sandbox.nights(
                Stream.of("2026-10-31", "2026-11-09", "2026-11-10")
                        .map(LocalDate::parse)
                        .toList(),
                AccountsTest::before);
        beans = sandbox.beans();
    }

    private static void before(LocalDate night) {
        if (night.getDayOfMonth() == 10) {
            database.change("""
                    insert into earning (earning_id, claim, line_no, n, run, business_date, program, activity, mpn_id,
                        partner_name, partner_country, tenant_id, customer_name, customer_country, solution_area, product,
                        subscription_id, lever, earning_type, basis, rate, transaction_amount, transaction_currency,
                        amount, currency, minor_units, usd_rate, usd_rate_date, amount_usd, reverses, reason_code,
                        rule_name, ruleset)
                    select 'A-1-1-2', claim, line_no, 2, 3, '2026-11-10', program, activity, mpn_id, partner_name,
                        partner_country, tenant_id, customer_name, customer_country, solution_area, product,
                        subscription_id, lever, earning_type, basis, rate, -transaction_amount, transaction_currency,
                        -amount, currency, minor_units, usd_rate, usd_rate_date, -amount_usd, earning_id,
                        'SUBSCRIPTION_NOT_ACTIVE', rule_name, ruleset
                      from earning where earning_id = 'A-1-1-1'
                    """);
            sandbox.feed(
                    "payment-results-1.csv",
                    "earning_id,status,payment_id,paid_on,reason",
                    "A-1-1-1,SENT,p-1,2026-11-04,",
                    "B-1-1-1,FAILED,p-2,,The account is closed");
        }
    }

    @AfterAll
    static void close() {
        beans.close();
        database.close();
        sandbox.close();
    }

    @Test
    void addsUpAMonthFromItsOpeningToItsClosingBalance() throws IOException {
        JsonNode report = report(Period.of(YearMonth.parse("2026-11")));

        assertThat(report.path("as_of").asString()).isEqualTo("2026-11-10");
        assertThat(rows(report, "totals", "currency", "opening", "earned", "reversed", "closing", "difference"))
                .containsExactly("EUR 0.00 20.00 0.00 20.00 0.00", "USD 10.00 30.00 -10.00 30.00 0.00");
        assertThat(rows(report, "totals_usd", "program", "opening", "earned", "reversed", "closing"))
                .containsExactly("OSU 10.00 52.00 -10.00 52.00");
        assertThat(rows(report, "payments", "currency", "closing", "sent", "failed", "rejected", "unanswered"))
                .containsExactly("EUR 20.00 0.00 0.00 0.00 20.00", "USD 30.00 10.00 30.00 0.00 -10.00");
        assertThat(rows(report, "balances", "mpn_id", "currency", "opening", "closing"))
                .containsExactly("1 EUR 0.00 20.00", "1 USD 10.00 0.00", "2 USD 0.00 30.00");
        assertThat(movements(report)).isEqualTo(manifests("2026-11"));
    }

    @Test
    void addsUpASingleNight() {
        JsonNode report = report(Period.of(LocalDate.parse("2026-11-09")));

        assertThat(rows(report, "totals", "currency", "opening", "earned", "reversed", "closing"))
                .containsExactly("EUR 0.00 20.00 0.00 20.00", "USD 10.00 30.00 0.00 40.00");
        assertThat(rows(report, "payments", "currency", "sent", "unanswered"))
                .as("what finance had answered by then")
                .containsExactly("EUR 0.00 20.00", "USD 0.00 40.00");
    }

    @Test
    void tellsWhatBecameOfClaimsAndEarnings() {
        JsonNode report = report(Period.of(YearMonth.parse("2026-11")));

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
        JsonNode ninth = report(Period.of(LocalDate.parse("2026-11-09")));
        JsonNode tenth = report(Period.of(LocalDate.parse("2026-11-10")));

        assertThat(rows(ninth, "claimed_twice", "subscription_id", "claim_id", "mpn_id"))
                .containsExactly("s-1 A-1 1", "s-1 B-1 2");
        assertThat(rows(ninth, "paid_twice", "subscription_id", "earning_id", "amount"))
                .containsExactly("s-1 A-1-1-1 10.00", "s-1 B-1-1-1 30.00");
        assertThat(tenth.path("claimed_twice")).as("nothing was handed off").isEmpty();
        assertThat(tenth.path("paid_twice")).as("one of them was taken back").isEmpty();
    }

    @Test
    void tellsOfAMonthWithoutAnything() {
        assertThat(written(
                        beans.get(Reconciling.class)
                                .of(Period.of(YearMonth.parse("2025-01")))
                                .document(),
                        DocumentFormat.TABLE))
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
        database.change(damage);
        try {
            assertThat(rows(report(Period.of(YearMonth.parse("2026-11"))), "differences", "kind"))
                    .containsExactly(kinds.split(" "));
        } finally {
            database.change(repair);
        }
    }

    @Test
    void tellsAPartnerWhatEachLineEarnsOrWhyItEarnsNothing() {
        JsonNode statement = statement("1", "2026-11");

        assertThat(rows(statement, "balances", "currency", "opening", "earned", "taken_back", "closing", "sent", "not_sent"))
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
                .containsExactly("A-4 PARTNER_ACTION_REQUIRED 2026-11-09 The reviewer waits for your answer: complete the"
                        + " claim and submit it again. Dates on the proof of execution are missing, or too old for the claim."
                        + " A claimed product or workload is not in the proof of execution.");
    }

    @Test
    void tellsAPartnerWhatWasRejectedAndWhatIsOnHold() {
        assertThat(rows(
                        statement("2", "2026-11"),
                        "rejected",
                        "claim_id",
                        "date",
                        "explanation"))
                .containsExactly("B-2 2026-11-03 The proof of execution does not show that you did the work.");
        assertThat(rows(
                        statement("3", "2026-11"),
                        "on_hold",
                        "claim_id",
                        "since",
                        "explanation"))
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
        String statement = written(
                beans.get(Stating.class).of("1", YearMonth.parse("2026-11")).document(), format);

        assertThat(statement)
                .contains("A-2")
                .doesNotContain("B-1", "B-2", "H-1", "M-1", "Sudri", "rita@example.org", "Seen by me")
                .doesNotContainPattern("[0-9a-f]{12}")
                .doesNotContain("rate of the rate card");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(written(
                        beans.get(Stating.class)
                                .of("4", YearMonth.parse("2026-11"))
                                .document(),
                        DocumentFormat.TABLE))
                .isEqualTo("""
                        Statement of November 2026 for Vestri, MPN ID 4
                        As of 2026-11-10. No claim was handed off, rejected, on hold or open.
                        """);
    }

    @Test
    void saysThatThereIsNoSuchPartner() {
        Said said = sandbox.run("payout", "statement", "--partner", "5", "--month", "2026-11");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("There is no partner 5; ");
    }

    @Test
    void reportsTheLastNightUnlessToldOtherwise() {
        Said said = sandbox.run("payout", "report");

        assertThat(said.status()).isZero();
        assertThat(said.out()).startsWith("Reconciliation of 10 November 2026\nIts night is complete.\nNothing differs: ");
    }

    @Test
    void writesIntoAFileThatNoSpreadsheetTakesForFormulasAndFailsWhenSomethingDiffers() throws IOException {
        Path file = folder.resolve("report.csv");
        database.change("update payout_extract set row_count = 7 where business_date = '2026-11-10'");

        Said said = sandbox.run(
                "payout", "report", "--month", "2026-11", "--format", "csv", "--into", file.toString());
        database.change("update payout_extract set row_count = 1 where business_date = '2026-11-10'");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo("""
                        "Reconciliation of November 2026" is in %s.
                        Reconciliation of November 2026 does not agree; what differs comes first.
                        """.formatted(file));
        assertThat(Files.readString(file))
                .startsWith("part,program,mpn_id,")
                .contains(",'=Nordri & Co,")
                .contains("differences,,,,,,ROWS,,The extract OSU 000003 of 2026-11-10 was written with 7 rows;");
    }

    private static List<String> open(String mpnId, String month) {
        return rows(statement(mpnId, month), "open", "claim_id");
    }

    private static JsonNode report(Period period) {
        return JSON.readTree(
                written(beans.get(Reconciling.class).of(period).document(), DocumentFormat.JSON));
    }

    private static JsonNode statement(String mpnId, String month) {
        return JSON.readTree(written(
                beans.get(Stating.class).of(mpnId, YearMonth.parse(month)).document(), DocumentFormat.JSON));
    }

    private static String written(Document document, DocumentFormat format) {
        StringWriter out = new StringWriter();
        Documents.write(document, format, out);
        return out.toString();
    }

    /** Returns some columns of each row, a blank between them; numbers as they are written. */
    private static List<String> rows(JsonNode document, String part, String... columns) {
        return document.path(part).valueStream()
                .map(row -> Stream.of(columns)
                        .map(column -> row.path(column).isNumber()
                                ? row.path(column).decimalValue().toPlainString()
                                : row.path(column).asString("null"))
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""))
                .toList();
    }

    private static Map<String, BigDecimal> movements(JsonNode report) {
        Map<String, BigDecimal> movements = new TreeMap<>();
        report.path("totals").forEach(row -> movements.put(
                row.path("currency").asString(),
                row.path("closing").decimalValue().subtract(row.path("opening").decimalValue())));
        return movements;
    }

    /** Adds up what the manifests of a month say. */
    private static Map<String, BigDecimal> manifests(String month) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(sandbox.out().resolve("payout"))) {
            for (Path file : files.filter(path -> path.toString().contains("payout/" + month)
                            && path.toString().endsWith(".manifest.json"))
                    .toList()) {
                JSON
                        .readTree(Files.readString(file))
                        .path("sums")
                        .propertyStream()
                        .forEach(sum -> sums.merge(
                                sum.getKey(), new BigDecimal(sum.getValue().asString()), BigDecimal::add));
            }
        }
        return sums;
    }
}
