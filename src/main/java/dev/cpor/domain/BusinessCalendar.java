package dev.cpor.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.function.Predicate;

/**
 * Counts days and business days. The day on which something happened is day 0; it need not be a business day.
 *
 * <p>The days of the years it answers for are counted once, so that a count takes constant time.
 */
public final class BusinessCalendar {
    private final ZoneId zone;
    private final LocalDate first;
    private final LocalDate last;
    private final BitSet businessDays;
    private final int[] businessDaysUpTo;

    /**
     * @param zone the zone whose date is the day of an instant
     * @param firstYear the first year that the calendar answers for
     * @param lastYear the last such year
     * @param isBusinessDay says of each day of these years whether it is a business day
     */
    public BusinessCalendar(ZoneId zone, int firstYear, int lastYear, Predicate<LocalDate> isBusinessDay) {
        if (lastYear < firstYear) {
            throw new IllegalArgumentException(
                    "The last year (%d) must not be before the first (%d).".formatted(lastYear, firstYear));
        }
        this.zone = zone;
        this.first = LocalDate.of(firstYear, 1, 1);
        this.last = LocalDate.of(lastYear, 12, 31);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
        this.businessDays = new BitSet(days);
        this.businessDaysUpTo = new int[days];
        int count = 0;
        for (int day = 0; day < days; day++) {
            if (isBusinessDay.test(first.plusDays(day))) {
                businessDays.set(day);
                count++;
            }
            businessDaysUpTo[day] = count;
        }
    }

    /** Returns the date of an instant in the calendar's zone. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Returns the first day that the calendar answers for. */
    public LocalDate firstDay() {
        return first;
    }

    /** Says whether the calendar answers for the year of that day. */
    public boolean answersFor(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /**
     * Says whether a day is a business day.
     *
     * @throws YearNotInCalendar if the calendar does not answer for the day's year
     */
    public boolean isBusinessDay(LocalDate day) {
        return businessDays.get(index(day));
    }

    /** Returns the number of calendar days after {@code since}, up to and including {@code until}. */
    public static int daysBetween(LocalDate since, LocalDate until) {
        return Math.toIntExact(ChronoUnit.DAYS.between(since, until));
    }

    /**
     * Returns the number of business days after {@code since}, up to and including {@code until}; negative when
     * {@code until} is before {@code since}.
     *
     * @throws YearNotInCalendar if the calendar does not answer for the year of one of them
     */
    public int businessDaysBetween(LocalDate since, LocalDate until) {
        return businessDaysUpTo[index(until)] - businessDaysUpTo[index(since)];
    }

    /**
     * Returns the latest day after which there were at least that many business days, up to and including {@code until}; the
     * day before the calendar's first where there is none.
     *
     * @throws YearNotInCalendar if the calendar does not answer for the year of {@code until}
     */
    public LocalDate latestDay(int businessDays, LocalDate until) {
        int most = businessDaysUpTo[index(until)] - businessDays;
        int low = 0;
        int high = businessDaysUpTo.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (businessDaysUpTo[middle] <= most) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return first.plusDays(low - 1);
    }

    /** Returns what two calendars have in common if and only if they answer for the same years and count them alike. */
    public String count() {
        return first.getYear() + "-" + last.getYear() + " " + businessDays;
    }

    private int index(LocalDate day) {
        if (!answersFor(day)) {
            throw new YearNotInCalendar(day, first.getYear(), last.getYear());
        }
        return (int) (day.toEpochDay() - first.toEpochDay());
    }

    /** A day was asked for whose year the calendar does not hold. */
    public static final class YearNotInCalendar extends RuntimeException {
        YearNotInCalendar(LocalDate day, int firstYear, int lastYear) {
            super("The calendar answers for the years %d to %d, but %s was asked for; add its year to calendar.yaml."
                    .formatted(firstYear, lastYear, day));
        }
    }
}
