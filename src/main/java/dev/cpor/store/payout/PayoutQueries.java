package dev.cpor.store.payout;

import dev.cpor.domain.Money;
import dev.cpor.store.statement.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads extracts for people. */
public class PayoutQueries {
    private final JdbcClient jdbc;

    PayoutQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What an extract holds in one currency.
     *
     * @param reversals how many of the rows take back others
     * @param sent how many of its earnings finance has sent, as its last answer says, and likewise failed and rejected
     */
    public record ExtractSum(
            String program,
            int sequence,
            LocalDate businessDate,
            long rows,
            long reversals,
            Money amount,
            BigDecimal amountUsd,
            long run,
            long sent,
            long failed,
            long rejected) {

        /** Returns the name of the extract's file. */
        public String fileName() {
            return "payout-%s-%s-%06d.csv".formatted(program, businessDate, sequence);
        }
    }

    /** Returns every extract with its sum in each currency, by program and sequence. */
    public List<ExtractSum> extracts() {
        return jdbc.sql("""
                        select extract.program, sequence, extract.business_date, count(*) as row_count,
                               count(reverses) as reversals, currency, sum(amount) as amount,
                               max(minor_units) as minor_units, sum(amount_usd) as amount_usd, extract.run,
                               sum(coalesce(status = 'SENT', 0)) as sent, sum(coalesce(status = 'FAILED', 0)) as failed,
                               sum(coalesce(status = 'REJECTED', 0)) as rejected
                          from payout_extract extract join earning on earning.extract = extract.id
                          left join %s
                         group by extract.id, extract.program, sequence, extract.business_date, currency, extract.run
                         order by extract.program, sequence, currency
                        """.formatted(PaymentResults.NEWEST))
                .param("to", PaymentResults.EVER)
                .query((row, n) -> new ExtractSum(
                        row.getString("program"),
                        row.getInt("sequence"),
                        row.getObject("business_date", LocalDate.class),
                        row.getLong("row_count"),
                        row.getLong("reversals"),
                        Amounts.money(row),
                        row.getBigDecimal("amount_usd"),
                        row.getLong("run"),
                        row.getLong("sent"),
                        row.getLong("failed"),
                        row.getLong("rejected")))
                .list();
    }
}
