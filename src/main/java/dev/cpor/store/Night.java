package dev.cpor.store;

import java.time.LocalDate;

/**
 * The night on whose behalf something is written.
 *
 * @param run the number of the run, the same however often that night was restarted
 * @param token the fencing token of the lease; a write with an older token than the database's is refused
 */
public record Night(long run, LocalDate businessDate, long token) {}
