package dev.cpor.store.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What rules have done of late, by their names: what was written because of them, whichever rule set they were in. */
public class RuleActivity {
    private final JdbcClient jdbc;

    RuleActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one rule has done.
     *
     * @param fired how often it escalated, reminded, rejected, held, handed off, ruled out or let earn within the nights asked for
     * @param usd what the earnings of these nights that name it come to, whether they were taken back later or not
     * @param lastFired the business date on which it did something last, whenever that was; null for never
     */
    public record Activity(
            long fired, BigDecimal usd, @Nullable LocalDate lastFired) {
        /** What a rule has done of which nothing is known. */
        public static final Activity NONE = new Activity(0, BigDecimal.ZERO, null);
    }

    /** Returns what rules did within the latest complete nights, by rule name; rules that never did anything are left out. */
    public Map<String, Activity> during(int nights) {
        LocalDate since = jdbc.sql("""
                        select coalesce(min(business_date), '9999-12-31')
                          from (select business_date from run where status = 'COMPLETED'
                                 order by business_date desc limit ?) as latest
                        """).params(nights).query(LocalDate.class).single();
        Map<String, BigDecimal> usd = usd(since);
        Map<String, Activity> all = new HashMap<>();
        jdbc.sql("""
                        select label, max(business_date) as last_fired,
                               sum(if(status = 'COMPLETED' and business_date >= ?, amount, 0)) as fired
                          from tally join run on run.number = tally.run
                         where topic in ('ESCALATED', 'REMINDED', 'REJECTED', 'HELD', 'HANDED_OFF', 'INELIGIBLE', 'EARNED')
                         group by label
                        """).params(since).query((RowCallbackHandler) row -> all.put(
                row.getString("label"),
                new Activity(
                        row.getLong("fired"),
                        usd.getOrDefault(row.getString("label"), BigDecimal.ZERO),
                        row.getObject("last_fired", LocalDate.class))));
        return all;
    }

    private Map<String, BigDecimal> usd(LocalDate since) {
        Map<String, BigDecimal> sums = new HashMap<>();
        jdbc.sql("""
                        select rule_name, sum(amount_usd) as usd
                          from earning join run on run.number = earning.run and run.status = 'COMPLETED'
                         where earning.business_date >= ? and reverses is null group by rule_name
                        """).params(since).query((RowCallbackHandler)
                row -> sums.put(row.getString("rule_name"), row.getBigDecimal("usd")));
        return sums;
    }
}
