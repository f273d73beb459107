package dev.cpor.store.payout;

import dev.cpor.domain.Money;
import dev.cpor.store.statement.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads for people what a claim earned, what was taken back, and what remains. */
public class ClaimEarnings {
    private final JdbcClient jdbc;

    ClaimEarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An earning, or a reversal of one.
     *
     * @param earningId null for a reversal that no night has made yet; likewise the business date
     * @param sequence of the extract that it is in, null as long as it is in none
     * @param reverses the earning that it takes back, null for an ordinary one; likewise the reason code
     */
    public record Row(
            int lineNo,
            @Nullable String earningId,
            @Nullable LocalDate businessDate,
            Money amount,
            BigDecimal amountUsd,
            @Nullable Integer sequence,
            @Nullable String reverses,
            @Nullable String reasonCode) {}

    /** Returns what each line of a claim earned and what is taken back of it, by line and number; what waits is last. */
    public List<Row> of(long claim) {
        return jdbc.sql("""
                        select line_no, n, earning_id, earning.business_date, amount, currency, minor_units, amount_usd, sequence,
                               reverses, reason_code
                          from earning left join payout_extract on payout_extract.id = earning.extract
                         where claim = ?
                        union all
                        select line_no, null, null, null, -amount, currency, minor_units, -amount_usd, null, earning_id,
                               reversal.reason_code
                          from reversal join earning on earning.id = reversal.earning
                         where claim = ? and reversal.run is null
                         order by line_no, n is null, n, reverses
                        """)
                .params(claim, claim)
                .query((row, n) -> new Row(
                        row.getInt("line_no"),
                        row.getString("earning_id"),
                        row.getObject("business_date", LocalDate.class),
                        Amounts.money(row),
                        row.getBigDecimal("amount_usd"),
                        row.getObject("sequence", Integer.class),
                        row.getString("reverses"),
                        row.getString("reason_code")))
                .list();
    }

    /**
     * What a claim comes to in one currency.
     *
     * @param reversed what was taken back, zero or negative
     * @param waiting what is asked to be taken back and in no extract yet, zero or negative
     * @param net the sum of the three
     */
    public record Net(
            String currency,
            BigDecimal earned,
            BigDecimal reversed,
            BigDecimal waiting,
            BigDecimal net,
            BigDecimal netUsd) {}

    /** Returns what a claim comes to, by currency; empty when it never earned anything. */
    public List<Net> net(long claim) {
        return jdbc.sql("""
                        select currency, max(minor_units) as minor_units,
                               sum(if(reverses is null, amount, 0)) as earned,
                               sum(if(reverses is null, 0, amount)) as reversed,
                               -sum(if(waits, amount, 0)) as waiting,
                               sum(if(waits, 0, amount)) as net,
                               sum(if(waits, 0, amount_usd)) as net_usd
                          from (select currency, minor_units, amount, amount_usd, reverses,
                                       reversal.earning is not null and reversal.run is null as waits
                                  from earning left join reversal on reversal.earning = earning.id
                                 where claim = ?) as one
                         group by currency order by currency
                        """)
                .params(claim)
                .query((row, n) -> new Net(
                        row.getString("currency"),
                        amount(row, "earned"),
                        amount(row, "reversed"),
                        amount(row, "waiting"),
                        amount(row, "net"),
                        row.getBigDecimal("net_usd")))
                .list();
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).setScale(row.getInt("minor_units"), RoundingMode.UNNECESSARY);
    }
}
