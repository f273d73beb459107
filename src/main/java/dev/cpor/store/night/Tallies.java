package dev.cpor.store.night;

import dev.cpor.store.statement.Batch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a night has counted. Each page adds rows of its own, in its own transaction, so that nothing counts twice. */
public class Tallies {
    private final JdbcTemplate jdbc;

    Tallies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted. */
    public enum Topic {
        EVALUATED,
        CHANGED,
        QUARANTINED,
        APPLIED,
        STATUS,
        ESCALATED,
        REMINDED,
        REJECTED,
        HELD,
        HANDED_OFF,
        INELIGIBLE,
        EARNED
    }

    /**
     * A thing that is counted.
     *
     * @param label the rule, the event type or the status before; empty where the topic says all
     * @param reason the reason code or the status after; empty where there is none
     */
    public record Key(Topic topic, String label, String reason) {}

    /** The counts of one page. */
    public static final class Page {
        private final Map<Key, Long> counts = new LinkedHashMap<>();

        /** Counts one. */
        public void count(Topic topic, String label, String reason) {
            count(topic, label, reason, 1);
        }

        /** Counts several. */
        public void count(Topic topic, String label, String reason, long amount) {
            counts.merge(new Key(topic, label, reason), amount, Long::sum);
        }
    }

    /** Adds a page's counts to those of its run. */
    public void add(long run, Page page) {
        if (page.counts.isEmpty()) {
            return;
        }
        List<Object[]> rows = page.counts.entrySet().stream()
                .map(count -> new Object[] {
                    run,
                    count.getKey().topic().name(),
                    count.getKey().label(),
                    count.getKey().reason(),
                    count.getValue()
                })
                .toList();
        Batch.update(jdbc, "insert into tally (run, topic, label, reason, amount) values (?, ?, ?, ?, ?)", rows);
    }

    /** Sets what a run has counted of a topic to one number. */
    public void replace(long run, Topic topic, long amount) {
        forget(run, topic);
        Page page = new Page();
        page.count(topic, "", "", amount);
        add(run, page);
    }

    /** Takes back all that a run has counted of a topic. */
    public void forget(long run, Topic topic) {
        jdbc.update("delete from tally where run = ? and topic = ?", run, topic.name());
    }

    /** Returns how many claims a run has decided so far. */
    public long evaluated(long run) {
        return JdbcClient.create(jdbc)
                .sql("select coalesce(sum(amount), 0) from tally where run = ? and topic = 'EVALUATED'")
                .params(run)
                .query(Long.class)
                .single();
    }

    /** Returns the sums of a run. */
    public Map<Key, Long> of(long run) {
        Map<Key, Long> sums = new LinkedHashMap<>();
        JdbcClient.create(jdbc).sql("""
                        select topic, label, reason, sum(amount) as amount from tally where run = ?
                         group by topic, label, reason order by topic, label, reason
                        """).params(run).query((org.springframework.jdbc.core.RowCallbackHandler)
                row -> sums.put(
                        new Key(Topic.valueOf(row.getString("topic")), row.getString("label"), row.getString("reason")),
                        row.getLong("amount")));
        return sums;
    }
}
