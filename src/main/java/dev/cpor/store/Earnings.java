package dev.cpor.store;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Earning;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.Money;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.Rate;
import dev.cpor.domain.SolutionArea;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads earnings as they were written. */
public class Earnings {
    private static final int PAGE = 2000;

    private final JdbcClient jdbc;

    Earnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the earnings of an extract, by earning ID; pages are read as they are asked for. */
    public Iterable<Earning> ofExtract(long extract) {
        return () -> Stream.iterate(
                        page(extract, ""),
                        page -> !page.isEmpty(),
                        page -> page(extract, page.get(page.size() - 1).earningId()))
                .flatMap(List::stream)
                .iterator();
    }

    private List<Earning> page(long extract, String after) {
        return jdbc.sql("""
                        select earning.earning_id, claim.claim_id, line_no, n, business_date, earning.program,
                               earning.activity, earning.mpn_id, partner_name, partner_country, earning.tenant_id,
                               customer_name, customer_country, solution_area, product, subscription_id, workload, lever,
                               earning_type, basis, rate, quantity, transaction_amount, transaction_currency, amount,
                               currency, minor_units, usd_rate, usd_rate_date, amount_usd, reverses, reason_code, rule_name, ruleset
                          from earning join claim on claim.id = earning.claim
                         where extract = ? and written_id > coalesce((select written_id from earning where earning_id = ?), '')
                         order by written_id
                         limit ?
                        """)
                .params(extract, after, PAGE)
                .query((row, n) -> read(row))
                .list();
    }

    private static Earning read(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        String transactionCurrency = row.getString("transaction_currency");
        Rate.Basis basis = Rate.Basis.valueOf(row.getString("basis"));
        SolutionArea solutionArea = SolutionArea.valueOf(row.getString("solution_area"));
        Program program = Program.valueOf(row.getString("program"));
        LocalDate businessDate = row.getObject("business_date", LocalDate.class);
        String product = row.getString("product");
        long quantity = row.getLong("quantity");
        boolean hasQuantity = !row.wasNull();
        int minorUnits = row.getInt("minor_units");
        return new Earning(
                row.getString("claim_id"),
                row.getInt("line_no"),
                row.getInt("n"),
                new Partner(
                        row.getString("mpn_id"),
                        row.getString("partner_name"),
                        row.getString("partner_country"),
                        currency.getCurrencyCode(),
                        Set.of(program),
                        true,
                        Set.of(solutionArea)),
                program,
                new Customer(
                        row.getString("tenant_id"),
                        row.getString("customer_name"),
                        row.getString("customer_country"),
                        false),
                solutionArea,
                product,
                row.getString("subscription_id"),
                row.getString("workload"),
                new Rate(
                        program,
                        solutionArea,
                        product,
                        Activity.valueOf(row.getString("activity")),
                        row.getString("lever"),
                        Rate.EarningType.valueOf(row.getString("earning_type")),
                        basis,
                        new BigDecimal(row.getString("rate")),
                        basis == Rate.Basis.REVENUE_PERCENT ? null : currency,
                        businessDate,
                        null),
                hasQuantity ? quantity : null,
                transactionCurrency == null
                        ? null
                        : Amounts.money(
                                row.getBigDecimal("transaction_amount"),
                                Currency.getInstance(transactionCurrency),
                                minorUnits),
                Amounts.money(row.getBigDecimal("amount"), currency, minorUnits),
                new ExchangeRate(
                        currency, row.getObject("usd_rate_date", LocalDate.class), row.getBigDecimal("usd_rate")),
                Money.usd(row.getBigDecimal("amount_usd")),
                businessDate,
                row.getString("reverses"),
                row.getString("reason_code"),
                row.getString("rule_name"),
                row.getString("ruleset"));
    }
}
