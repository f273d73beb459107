package dev.cpor.decision;

import static java.util.Comparator.comparing;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Claims about which the lifecycle rules may say something else than on an earlier business date, though they stayed as they
 * were: those of a status whose days are counted from one of these.
 *
 * @param first the first day
 * @param last the last, inclusive
 */
public record DueRange(DayCount.Since since, Status status, LocalDate first, LocalDate last) {

    /**
     * Returns the claims whose count passed a limit. A count is the greater the earlier it began, so those that reach a limit
     * on one business date and did not on another are those of successive days.
     *
     * @param before the earlier business date
     * @return without days that are in two ranges
     * @throws BusinessCalendar.YearNotInCalendar if the calendar does not answer for one of the business dates
     */
    public static List<DueRange> passed(
            DayLimits limits, BusinessCalendar calendar, LocalDate before, LocalDate businessDate) {
        List<DueRange> ranges = new ArrayList<>();
        limits.limits().stream()
                .map(limit -> new DueRange(
                        limit.count().since(),
                        limit.status(),
                        latest(limit, calendar, before).plusDays(1),
                        latest(limit, calendar, businessDate)))
                .filter(range -> !range.first.isAfter(range.last))
                .sorted(comparing(DueRange::since)
                        .thenComparing(DueRange::status)
                        .thenComparing(DueRange::first))
                .forEach(range -> {
                    DueRange previous = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
                    if (previous != null && previous.reaches(range)) {
                        ranges.set(ranges.size() - 1, previous.with(range));
                    } else {
                        ranges.add(range);
                    }
                });
        return ranges;
    }

    /** Returns the latest day from which the count reaches the limit. */
    private static LocalDate latest(DayLimits.Limit limit, BusinessCalendar calendar, LocalDate businessDate) {
        return limit.count().isOfBusinessDays()
                ? calendar.latestDay(limit.days(), businessDate)
                : businessDate.minusDays(limit.days());
    }

    private boolean reaches(DueRange next) {
        return since == next.since && status == next.status && !next.first.isAfter(last.plusDays(1));
    }

    private DueRange with(DueRange next) {
        return new DueRange(since, status, first, last.isAfter(next.last) ? last : next.last);
    }
}
