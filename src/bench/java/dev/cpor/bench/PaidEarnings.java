package dev.cpor.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Fills an extract: an earning for each of so many claims, a third each in USD, EUR and JPY, with names that need quotes. */
final class PaidEarnings {
    /** The fingerprint that they carry. */
    static final String RULESET = "0".repeat(64);

    private PaidEarnings() {}

    /** Returns the number of the extract that now holds them all. */
    static long write(Statements database, long earnings) {
        database.change("set foreign_key_checks = 0");
        database.change("insert into rule_set values ('%s', now(), '{}')".formatted(RULESET));
        database.change("""
                insert into run (number, business_date, status, ruleset, starts, started_at)
                values (1, '%s', 'COMPLETED', '%s', 1, now())
                """.formatted(Mix.DATE, RULESET));
        database.change("""
                insert into payout_extract (program, sequence, business_date, run, ruleset) values ('OSU', 1, '%s', 1, '%s')
                """.formatted(Mix.DATE, RULESET));
        long extract = database.number("select id from payout_extract");
        Map<String, String> columns = columns(extract);
        database.change("insert into earning (%s) select %s from seq_1_to_%d order by seq"
                .formatted(String.join(", ", columns.keySet()), String.join(", ", columns.values()), earnings));
        database.rows("analyze table earning", row -> row.getString(1));
        return extract;
    }

    private static Map<String, String> columns(long extract) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("earning_id", "concat('CPOR-', lpad(seq, 8, '0'), '-1-1')");
        columns.put("claim", "seq");
        columns.put("line_no", "1");
        columns.put("n", "1");
        columns.put("run", "1");
        columns.put("business_date", "'%s'".formatted(Mix.DATE));
        columns.put("extract", "" + extract);
        columns.put("program", "'OSU'");
        columns.put("activity", "'USAGE'");
        columns.put("mpn_id", "concat('MPN-', seq % 1000)");
        columns.put("partner_name", "concat('Partner, Nr. ', seq % 1000)");
        columns.put("partner_country", "'DE'");
        columns.put("tenant_id", "concat('tenant-', seq % 90000)");
        columns.put("customer_name", "concat('Käufer & Söhne \"', seq % 90000, '\"')");
        columns.put("customer_country", "elt(1 + seq % 4, 'DE', 'JP', 'US', 'FR')");
        columns.put("solution_area", byThirds("'BUSINESS_APPLICATIONS'", "'MODERN_WORK'", "'BUSINESS_APPLICATIONS'"));
        columns.put("product", byThirds("'Dynamics 365 Sales'", "null", "'Dynamics 365 Finance'"));
        columns.put("subscription_id", byThirds("uuid()", "null", "uuid()"));
        columns.put("workload", byThirds("null", "'Exchange'", "null"));
        columns.put("lever", "'Usage'");
        columns.put("earning_type", "'FEE'");
        columns.put("basis", byThirds("'REVENUE_PERCENT'", "'PER_SEAT'", "'REVENUE_PERCENT'"));
        columns.put("rate", byThirds("'7.5'", "'1.25'", "'5'"));
        columns.put("quantity", byThirds("null", "200 + 4 * (seq % 100)", "null"));
        columns.put("transaction_amount", byThirds("100 * (1 + seq % 9000)", "null", "200 * (1 + seq % 7000)"));
        columns.put("transaction_currency", byThirds("'USD'", "null", "'JPY'"));
        columns.put(
                "amount",
                byThirds("7.5 * (1 + seq % 9000)", "1.25 * (200 + 4 * (seq % 100))", "10 * (1 + seq % 7000)"));
        columns.put("currency", byThirds("'USD'", "'EUR'", "'JPY'"));
        columns.put("minor_units", byThirds("2", "2", "0"));
        columns.put("usd_rate", byThirds("1", "1.085", "0.0067"));
        columns.put("usd_rate_date", "'%s'".formatted(Mix.DATE));
        columns.put(
                "amount_usd",
                byThirds(
                        "7.5 * (1 + seq % 9000)",
                        "round(1.085 * 1.25 * (200 + 4 * (seq % 100)), 2)", "round(0.067 * (1 + seq % 7000), 2)"));
        columns.put("rule_name", "'The rate card has a rate for the line'");
        columns.put("ruleset", "'%s'".formatted(RULESET));
        return columns;
    }

    private static String byThirds(String first, String second, String third) {
        return "case seq %% 3 when 0 then %s when 1 then %s else %s end".formatted(first, second, third);
    }
}
