package dev.cpor.store.remote;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a worker does with a partition: it takes it, shows that it lives, and ends with it in one of three ways. */
public class TakenPartitions {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TakenPartitions(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Takes a partition, unless somebody has, or the attempt or its night is over: an offer that comes twice or late changes
     * nothing.
     *
     * @param token of the lease under which it was offered
     */
    public boolean take(Attempt attempt, long token, String owner) {
        Integer taken = transaction.execute(status -> jdbc.sql("""
                        update remote_partition
                           set owner = ?, heard_at = utc_timestamp(6), moved_at = utc_timestamp(6)
                         where step_execution = ? and attempt = ? and token = ? and owner = '' and state = 'OPEN'
                           and exists (select 1 from night_lease where id = 1 and night_lease.token = ?)
                        """)
                .params(owner, attempt.partition(), attempt.number(), token, token)
                .update());
        return Integer.valueOf(1).equals(taken);
    }

    /** Gives a sign of life; does nothing when the attempt is over. */
    public void beat(Attempt attempt) {
        jdbc.sql("""
                        update remote_partition set heard_at = utc_timestamp(6)
                         where step_execution = ? and attempt = ? and state = 'OPEN'
                        """).params(attempt.partition(), attempt.number()).update();
    }

    /**
     * Notes, inside the transaction of a write, that the owner has got on. Until that transaction has ended nobody can take
     * the partition over.
     *
     * @param completed whether this write is the last one of the partition
     * @throws PartitionLost if somebody has taken it over
     */
    public void confirm(Attempt attempt, boolean completed) {
        int confirmed = jdbc.sql("""
                        update remote_partition
                           set heard_at = utc_timestamp(6), moved_at = utc_timestamp(6), state = if(?, 'COMPLETED', state)
                         where step_execution = ? and attempt = ? and owner <> '' and state in ('OPEN', 'COMPLETED')
                        """)
                .params(completed, attempt.partition(), attempt.number())
                .update();
        if (confirmed != 1) {
            throw new PartitionLost(attempt);
        }
    }

    /** Gives a partition back for another attempt; says whether this one counted until now. */
    public boolean giveBack(Attempt attempt) {
        return jdbc.sql("""
                        update remote_partition set attempt = attempt + 1, owner = '', heard_at = null, moved_at = null
                         where step_execution = ? and attempt = ? and state = 'OPEN'
                        """).params(attempt.partition(), attempt.number()).update() == 1;
    }

    /**
     * Notes that a partition cannot be evaluated; does nothing when the attempt is over.
     *
     * @param failure why, in a sentence for the operator of the night
     */
    public void fail(Attempt attempt, String failure) {
        jdbc.sql("""
                        update remote_partition set state = 'FAILED', failure = ?
                         where step_execution = ? and attempt = ? and state = 'OPEN'
                        """).params(failure, attempt.partition(), attempt.number()).update();
    }
}
