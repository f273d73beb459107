package dev.cpor.store.remote;

import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a night that shares its evaluation does with partitions: it offers them, looks after them, and takes them over. */
public class OfferedPartitions {
    /** Whatever made somebody give a partition up may pass in this time. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Lease lease;
    private final NightTexts texts;

    OfferedPartitions(JdbcClient jdbc, TransactionTemplate transaction, Lease lease, NightTexts texts) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lease = lease;
        this.texts = texts;
    }

    /** How far a partition is. */
    public enum State {
        OPEN,
        COMPLETED,
        CLOSED
    }

    /**
     * A partition as it stands.
     *
     * @param fruitless how many attempts in a row before this one have ended without a page
     * @param owner whoever works on it, or did last; empty while nobody does
     * @param resting whether somebody has just given it up
     * @param silent whether its owner gives no sign of life
     * @param stuck whether its owner has written no page for long
     * @param failure why the attempt before this one was given up or taken over, in a sentence
     */
    public record Offered(
            Attempt attempt,
            int fruitless,
            State state,
            String owner,
            boolean resting,
            boolean silent,
            boolean stuck,
            @Nullable String failure) {
        /** Says whether anybody may take it now. */
        public boolean isFree() {
            return state == State.OPEN && owner.isEmpty() && !resting;
        }

        /** Says whether somebody works on it. */
        public boolean isTaken() {
            return state == State.OPEN && !owner.isEmpty();
        }
    }

    /**
     * Offers partitions of a night for their first attempt.
     *
     * @param decidedBy what whoever takes one decides by
     * @param partitions the numbers of their step executions
     * @throws Lease.LeaseLost if another night writes now
     */
    public void offer(Night night, NightTexts.Texts decidedBy, Collection<Long> partitions) {
        transaction.executeWithoutResult(status -> {
            texts.keep(night, decidedBy);
            partitions.forEach(partition ->
                    jdbc.sql("""
                            insert into remote_partition (step_execution, run, token, attempt, state, owner)
                            values (?, ?, ?, 1, 'OPEN', '')
                            """).params(partition, night.run(), night.token()).update());
            lease.check(night);
        });
    }

    /**
     * Returns the partitions that a night has offered under its lease, in the order of their numbers.
     *
     * @param expiry how long after its last sign of life an owner counts as silent
     * @param pageTime how long after its last page it counts as stuck
     * @throws Lease.LeaseLost if another night writes now
     */
    public List<Offered> of(Night night, Duration expiry, Duration pageTime) {
        lease.confirm(night);
        return jdbc.sql("""
                        select step_execution, attempt, fruitless, state, owner, failure,
                               owner = '' and coalesce(heard_at > utc_timestamp(6) - interval ? microsecond, false) as resting,
                               coalesce(heard_at < utc_timestamp(6) - interval ? microsecond, false) as silent,
                               coalesce(moved_at < utc_timestamp(6) - interval ? microsecond, false) as stuck
                          from remote_partition where run = ? and token = ?
                         order by step_execution
                        """)
                .params(microseconds(REST), microseconds(expiry), microseconds(pageTime), night.run(), night.token())
                .query((row, n) -> new Offered(
                        new Attempt(row.getLong("step_execution"), row.getInt("attempt")),
                        row.getInt("fruitless"),
                        State.valueOf(row.getString("state")),
                        row.getString("owner"),
                        row.getBoolean("resting"),
                        row.getBoolean("silent"),
                        row.getBoolean("stuck"),
                        row.getString("failure")))
                .list();
    }

    /**
     * Offers a partition for another attempt, if its owner is silent or stuck. Whoever is at the present one writes nothing more
     * for it.
     *
     * @param expiry how long after its last sign of life an owner counts as silent
     * @param pageTime how long after its last page it counts as stuck
     * @return false when it is at another attempt by now, when its owner has shown that it lives, and while that is amid a
     *     write: it may have got on, or the server is about to end its transaction for its silence
     * @throws Lease.LeaseLost if another night writes now
     */
    public boolean takeOver(Night night, Attempt attempt, Duration expiry, Duration pageTime) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean gone = jdbc.sql("""
                            select 1 from remote_partition
                             where step_execution = ? and attempt = ? and state = 'OPEN'
                               and (heard_at < utc_timestamp(6) - interval ? microsecond
                                    or moved_at < utc_timestamp(6) - interval ? microsecond)
                               for update skip locked
                            """)
                    .params(attempt.partition(), attempt.number(), microseconds(expiry), microseconds(pageTime))
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            if (gone) {
                jdbc.sql("""
                                update remote_partition
                                   set fruitless = if(pages > 0, 0, fruitless + 1), pages = 0, attempt = attempt + 1,
                                       failure = concat(owner, ' gave no sign of life, or wrote no page, for too long.'), owner = '', heard_at = null, moved_at = null
                                 where step_execution = ?
                                """).params(attempt.partition()).update();
                lease.check(night);
            }
            return gone;
        }));
    }

    /**
     * Closes what any night has offered, so that nothing more is written for it. Runs in the caller's transaction, who holds
     * the lease.
     */
    public void closeAll() {
        jdbc.sql("update remote_partition set state = 'CLOSED', attempt = attempt + 1 where state = 'OPEN'")
                .update();
    }

    private static long microseconds(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
