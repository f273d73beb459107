package dev.cpor.store.night;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The row that lets one night at a time write: an owner, an expiry that heartbeats move on, and a fencing token that
 * every write checks. Time is the database's, so that machines need not agree on it.
 */
public class Lease {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Lease(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Who holds the lease.
     *
     * @param expiresIn how long it is still good for; zero or less when it has expired
     */
    public record Holder(String owner, long token, Duration expiresIn) {
        /** Says whether it was not renewed in time. */
        public boolean hasExpired() {
            return expiresIn.isNegative() || expiresIn.isZero();
        }
    }

    /** Returns who holds the lease, or nothing when it was given back or nobody ever held it. */
    public Optional<Holder> holder() {
        return jdbc.sql("""
                        select owner, token, timestampdiff(microsecond, utc_timestamp(6), expires_at) as microseconds
                          from night_lease where id = 1 and owner <> ''
                        """)
                .query((row, n) -> new Holder(
                        row.getString("owner"),
                        row.getLong("token"),
                        Duration.ofNanos(Math.multiplyExact(row.getLong("microseconds"), 1000L))))
                .optional();
    }

    /**
     * Takes the lease if it has expired or was given back. Whether it has is asked by the same statement: one that waited for a
     * transaction that holds the row finds out that the holder, who waited as well, has renewed it.
     *
     * @param seenToken the token under which it was held before
     * @return the new token, or nothing when it is good still, or somebody else was quicker
     */
    public Optional<Long> take(String owner, long seenToken, Duration validity) {
        return take(owner, seenToken, validity, "and (owner = '' or expires_at <= utc_timestamp(6))");
    }

    /**
     * Takes the lease from a holder that is known to be dead, however long it would be good for.
     *
     * @param seenToken the token under which it was held before
     * @return the new token, or nothing when somebody else was quicker
     */
    public Optional<Long> follow(String owner, long seenToken, Duration validity) {
        return take(owner, seenToken, validity, "");
    }

    private Optional<Long> take(String owner, long seenToken, Duration validity, String condition) {
        Integer taken = transaction.execute(status -> jdbc.sql("""
                        update night_lease
                           set token = token + 1, owner = ?, expires_at = sysdate(6) + interval ? microsecond
                         where id = 1 and token = ?
                        """ + condition)
                .params(owner, validity.toNanos() / 1000, seenToken)
                .update());
        return Integer.valueOf(1).equals(taken) ? Optional.of(seenToken + 1) : Optional.empty();
    }

    /** Returns the token that the next taker has to name. */
    public long token() {
        return jdbc.sql("select token from night_lease where id = 1")
                .query(Long.class)
                .single();
    }

    /**
     * Moves the expiry on; says whether the lease is still ours. It counts from when the row is written and not from when the
     * statement begins, which may wait for a frozen process that holds the row.
     */
    public boolean renew(long token, Duration validity) {
        return jdbc.sql("""
                                update night_lease set expires_at = sysdate(6) + interval ? microsecond
                                 where id = 1 and token = ?
                                """).params(validity.toNanos() / 1000, token).update() == 1;
    }

    /** Gives the lease back, if it is still ours. */
    public void giveBack(long token) {
        jdbc.sql("update night_lease set owner = '', expires_at = utc_timestamp(6) where id = 1 and token = ?")
                .params(token)
                .update();
    }

    /**
     * Checks, inside the transaction of a write, that the night still holds the lease. The shared lock makes a taker wait
     * until this transaction has ended, so that nothing is written under an old token. Called after the writes: the server
     * ends a transaction that has written and fell silent, and with it a lock that a frozen night would hold for ever.
     *
     * @throws LeaseLost if another night has taken the lease over
     */
    public void check(Night night) {
        compare(night, "select token from night_lease where id = 1 lock in share mode");
    }

    /**
     * Checks, before something is written that no transaction can take back, that the night still holds the lease.
     *
     * @throws LeaseLost if another night has taken the lease over
     */
    public void confirm(Night night) {
        compare(night, "select token from night_lease where id = 1");
    }

    private void compare(Night night, String sql) {
        if (!night.isRolledBack() && jdbc.sql(sql).query(Long.class).single() != night.token()) {
            throw new LeaseLost(
                    "This night of %s gave no sign of life for too long, and %s has taken over; it writes nothing more, see how the night goes on with: cpor runs list."
                            .formatted(
                                    night.businessDate(),
                                    holder().map(Holder::owner).orElse("another start")));
        }
    }

    /** Another night writes now. */
    public static final class LeaseLost extends RuntimeException {
        LeaseLost(String message) {
            super(message);
        }
    }
}
