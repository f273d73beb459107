package dev.cpor.store.night;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the complete nights of late came to on average. */
public class NightAverages {
    private static final int SCALE = 2;

    private final JdbcClient jdbc;

    NightAverages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What an average night came to; all 0 when there is none.
     *
     * @param nights how many there were
     * @param usd the money earned, in USD
     */
    public record Average(long nights, BigDecimal rejections, BigDecimal handOffs, BigDecimal usd) {}

    /** Returns the average of the latest complete nights before a business date. */
    public Average before(LocalDate businessDate, int nights) {
        return jdbc.sql("""
                        with past as (
                            select number, business_date from run where status = 'COMPLETED' and business_date < ?
                             order by business_date desc limit ?)
                        select (select count(*) from past) as nights,
                               (select coalesce(sum(amount), 0) from tally join past on past.number = tally.run
                                 where topic = 'REJECTED') as rejections,
                               (select coalesce(sum(amount), 0) from tally join past on past.number = tally.run
                                 where topic = 'HANDED_OFF') as hand_offs,
                               (select coalesce(sum(amount_usd), 0)
                                  from earning join past on past.business_date = earning.business_date
                                 where reverses is null) as usd
                        """)
                .params(businessDate, nights)
                .query((row, n) -> {
                    long found = row.getLong("nights");
                    return new Average(
                            found,
                            average(row.getBigDecimal("rejections"), found),
                            average(row.getBigDecimal("hand_offs"), found),
                            average(row.getBigDecimal("usd"), found));
                })
                .single();
    }

    private static BigDecimal average(BigDecimal sum, long nights) {
        return nights == 0 ? BigDecimal.ZERO : sum.divide(BigDecimal.valueOf(nights), SCALE, RoundingMode.HALF_UP);
    }
}
