package dev.cpor.decision;

import dev.cpor.domain.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * When lifecycle rules may say something else about a claim that stays as it is: read off the rules' conditions.
 *
 * @param limits the counts of days at which they may
 * @param dates the business dates at which they may, whatever the claim
 * @param unread the names of the rules whose conditions depend on the business date in a way that cannot be read off
 */
public record DayLimits(Set<Limit> limits, Set<LocalDate> dates, List<String> unread) {
    /** Takes copies. */
    public DayLimits {
        limits = Set.copyOf(limits);
        dates = Set.copyOf(dates);
        unread = List.copyOf(unread);
    }

    /**
     * A number of days that makes a difference.
     *
     * @param status of the claims to which it does
     * @param days what is said of a claim with one day fewer may differ from what is said of one with as many
     */
    public record Limit(DayCount count, Status status, int days) {}
}
