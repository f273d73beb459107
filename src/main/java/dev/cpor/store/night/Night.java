package dev.cpor.store.night;

import java.time.LocalDate;

/**
 * The night on whose behalf something is written.
 *
 * @param run the number of the run, the same however often that night was restarted
 * @param token the fencing token of the lease; a write with an older token than the database's is refused
 */
public record Night(long run, LocalDate businessDate, long token) {
    /** The token of a night whose transaction is rolled back: it needs no fence, and must not hold up the heartbeat. */
    public static final long ROLLED_BACK = -1;

    /** Says whether nothing that this night writes stays. */
    public boolean isRolledBack() {
        return token == ROLLED_BACK;
    }
}
