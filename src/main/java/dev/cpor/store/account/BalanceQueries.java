package dev.cpor.store.account;

import dev.cpor.domain.Money;
import dev.cpor.domain.Program;
import dev.cpor.store.payout.PaymentResults;
import dev.cpor.store.statement.Amounts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up earnings for finance, exactly; nights that are not complete do not count. */
public class BalanceQueries {
    private final JdbcClient jdbc;

    BalanceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one partner has in one currency of one program.
     *
     * @param opening the net of all extracts before the period
     * @param earned of the period's earnings, by their own business date, whether an extract has them or not
     * @param reversed of the period's reversals, likewise; zero or negative
     * @param closing the net of all extracts up to the end of the period
     * @param answered how much of the closing balance finance has answered for
     */
    public record Balance(
            Program program,
            String mpnId,
            String partner,
            Currency currency,
            Sum opening,
            Sum earned,
            Sum reversed,
            Sum closing,
            Answered answered) {}

    /** How many earnings, and what they come to in their currency and in USD. */
    public record Sum(long count, Money amount, Money usd) {}

    /** What finance sent, what failed and what it rejected, as its last answer up to the end of the period says. */
    public record Answered(Money sent, Money failed, Money rejected) {}

    /** Returns the balances of a period, its first and last business date included, by program, partner and currency. */
    public List<Balance> balances(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select program, mpn_id, (select name from partner where partner.mpn_id = one.mpn_id) as partner,
                               currency, max(minor_units) as minor_units,
                               sum(is_opening) as opening_count, sum(if(is_opening, amount, 0)) as opening,
                               sum(if(is_opening, amount_usd, 0)) as opening_usd,
                               sum(is_earned) as earned_count, sum(if(is_earned, amount, 0)) as earned,
                               sum(if(is_earned, amount_usd, 0)) as earned_usd,
                               sum(is_reversed) as reversed_count, sum(if(is_reversed, amount, 0)) as reversed,
                               sum(if(is_reversed, amount_usd, 0)) as reversed_usd,
                               sum(is_closing) as closing_count, sum(if(is_closing, amount, 0)) as closing,
                               sum(if(is_closing, amount_usd, 0)) as closing_usd,
                               sum(if(is_closing and status = 'SENT', amount, 0)) as sent,
                               sum(if(is_closing and status = 'FAILED', amount, 0)) as failed,
                               sum(if(is_closing and status = 'REJECTED', amount, 0)) as rejected
                          from (select earning.program, earning.mpn_id, currency, minor_units, amount, amount_usd,
                                       result.status,
                                       coalesce(extract.business_date < :from, false) as is_opening,
                                       coalesce(extract.business_date <= :to, false) as is_closing,
                                       earning.business_date between :from and :to and reverses is null as is_earned,
                                       earning.business_date between :from and :to and reverses is not null as is_reversed
                                  from earning
                                  join run on run.number = earning.run and run.status = 'COMPLETED'
                                  left join payout_extract extract on extract.id = earning.extract
                                  left join %s
                                 where earning.business_date <= :to or extract.business_date <= :to) as one
                         group by program, mpn_id, currency
                         order by program, mpn_id, currency
                        """.formatted(PaymentResults.NEWEST))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> balance(row))
                .list();
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                Program.valueOf(row.getString("program")),
                row.getString("mpn_id"),
                row.getString("partner"),
                Currency.getInstance(row.getString("currency")),
                sum(row, "opening"),
                sum(row, "earned"),
                sum(row, "reversed"),
                sum(row, "closing"),
                new Answered(money(row, "sent"), money(row, "failed"), money(row, "rejected")));
    }

    private static Sum sum(ResultSet row, String name) throws SQLException {
        BigDecimal usd = row.getBigDecimal(name + "_usd");
        return new Sum(row.getLong(name + "_count"), money(row, name), Money.usd(usd));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Amounts.money(
                row.getBigDecimal(column), Currency.getInstance(row.getString("currency")), row.getInt("minor_units"));
    }
}
