package dev.cpor.whole;

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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three nights to give account of, the first in October:
 *
 * <pre>
 * 2026-10-31  A-1 earns 10.00 USD for the subscription s-1
 * 2026-11-09  A-2 earns 20.00 EUR, and nothing for what was bought through CSP, as for all of A-3; B-1 of another partner
 *             earns 30.00 USD for s-1 too; H-1 is held; M-1 is moved to the other partner
 * 2026-11-10  what A-1 earned is taken back; finance has sent it, and could not pay B-1
 * </pre>
 */
final class AccountedNights implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Sandbox sandbox;
    private final OpenDatabase database;
    private final Sandbox.Beans beans;

    AccountedNights(Path folder) {
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
                this::before);
        beans = sandbox.beans();
    }

    private void before(LocalDate night) {
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

    /** Runs a command. */
    Said run(String... words) {
        return sandbox.run(words);
    }

    /** Changes something past the program. */
    void change(String sql) {
        database.change(sql);
    }

    JsonNode report(Period period) {
        return JSON.readTree(told(period, DocumentFormat.JSON));
    }

    String told(Period period, DocumentFormat format) {
        return written(beans.get(Reconciling.class).of(period).document(), format);
    }

    JsonNode statement(String mpnId, String month) {
        return JSON.readTree(statement(mpnId, month, DocumentFormat.JSON));
    }

    String statement(String mpnId, String month, DocumentFormat format) {
        return written(
                beans.get(Stating.class).of(mpnId, YearMonth.parse(month)).document(), format);
    }

    private static String written(Document document, DocumentFormat format) {
        StringWriter out = new StringWriter();
        Documents.write(document, format, out);
        return out.toString();
    }

    /** Returns some columns of each row, a blank between them; numbers as they are written. */
    static List<String> rows(JsonNode document, String part, String... columns) {
        return document.path(part)
                .valueStream()
                .map(row -> Stream.of(columns)
                        .map(column -> row.path(column).isNumber()
                                ? row.path(column).decimalValue().toPlainString()
                                : row.path(column).asString("null"))
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""))
                .toList();
    }

    /** Adds up what the manifests of a month say. */
    Map<String, BigDecimal> manifests(String month) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(sandbox.out().resolve("payout"))) {
            for (Path file : files.filter(path -> path.toString().contains("payout/" + month)
                            && path.toString().endsWith(".manifest.json"))
                    .toList()) {
                JSON.readTree(Files.readString(file))
                        .path("sums")
                        .propertyStream()
                        .forEach(sum -> sums.merge(
                                sum.getKey(), new BigDecimal(sum.getValue().asString()), BigDecimal::add));
            }
        }
        return sums;
    }

    @Override
    public void close() {
        beans.close();
        database.close();
        sandbox.close();
    }
}
