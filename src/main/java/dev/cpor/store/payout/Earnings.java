package dev.cpor.store.payout;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Earning;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.Money;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.Rate;
import dev.cpor.domain.SolutionArea;
import dev.cpor.store.statement.Amounts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
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

    /**
     * Returns the earnings of an extract in the order of its rows. They are read from the server as they are taken, so the
     * caller closes the stream.
     */
    public Stream<Earning> ofExtract(long extract) {
        // In the order of the index, which the optimizer would leave for a sort of the whole table. One statement is
        // one
        // view of the table; pages would each begin at the head of the index.
        return jdbc.sql("""
                        select earning_id, line_no, n, mpn_id, partner_name, partner_country, program, tenant_id,
                               customer_name, customer_country, solution_area, product, subscription_id, workload,
                               activity, lever, earning_type, basis, rate, quantity, transaction_amount,
                               transaction_currency, amount, currency, minor_units, usd_rate, usd_rate_date, amount_usd, business_date,
                               reverses, reason_code, rule_name, ruleset
                          from earning force index (extract)
                         where extract = ?
                         order by written_id
                        """).withFetchSize(PAGE).params(extract).query((row, n) -> read(row)).stream();
    }

    /** Reads by number, from left to right: by name it takes twice as long. */
    private static Earning read(ResultSet row) throws SQLException {
        String earningId = row.getString(1);
        int lineNo = row.getInt(2);
        int n = row.getInt(3);
        String mpnId = row.getString(4);
        String partnerName = row.getString(5);
        String partnerCountry = row.getString(6);
        Program program = Program.valueOf(row.getString(7));
        Customer customer = new Customer(row.getString(8), row.getString(9), row.getString(10), false);
        SolutionArea solutionArea = SolutionArea.valueOf(row.getString(11));
        String product = row.getString(12);
        String subscriptionId = row.getString(13);
        String workload = row.getString(14);
        Activity activity = Activity.valueOf(row.getString(15));
        String lever = row.getString(16);
        Rate.EarningType earningType = Rate.EarningType.valueOf(row.getString(17));
        Rate.Basis basis = Rate.Basis.valueOf(row.getString(18));
        BigDecimal rate = new BigDecimal(row.getString(19));
        long units = row.getLong(20);
        Long quantity = row.wasNull() ? null : units;
        BigDecimal transactionAmount = row.getBigDecimal(21);
        String transactionCurrency = row.getString(22);
        BigDecimal amount = row.getBigDecimal(23);
        Currency currency = Currency.getInstance(row.getString(24));
        int minorUnits = row.getInt(25);
        BigDecimal usdRate = row.getBigDecimal(26);
        LocalDate usdRateDate = row.getObject(27, LocalDate.class);
        BigDecimal amountUsd = row.getBigDecimal(28);
        LocalDate businessDate = row.getObject(29, LocalDate.class);
        return new Earning(
                claimId(earningId, lineNo, n),
                lineNo,
                n,
                new Partner(
                        mpnId,
                        partnerName,
                        partnerCountry,
                        currency.getCurrencyCode(),
                        Set.of(program),
                        true,
                        Set.of(solutionArea)),
                program,
                customer,
                solutionArea,
                product,
                subscriptionId,
                workload,
                new Rate(
                        program,
                        solutionArea,
                        product,
                        activity,
                        lever,
                        earningType,
                        basis,
                        rate,
                        basis == Rate.Basis.REVENUE_PERCENT ? null : currency,
                        businessDate,
                        null),
                quantity,
                transactionCurrency == null
                        ? null
                        : Amounts.money(transactionAmount, Currency.getInstance(transactionCurrency), minorUnits),
                Amounts.money(amount, currency, minorUnits),
                new ExchangeRate(currency, usdRateDate, usdRate),
                Money.usd(amountUsd),
                businessDate,
                row.getString(30),
                row.getString(31),
                row.getString(32),
                row.getString(33));
    }

    /** An earning ID is made of the claim's: see {@link Earning#earningId()}. */
    private static String claimId(String earningId, int lineNo, int n) {
        return earningId.substring(0, earningId.length() - ("-" + lineNo + "-" + n).length());
    }
}
