package dev.cpor.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A business date or a month of business dates.
 *
 * @param first the first business date
 * @param last the last, the same for a single one
 */
public record Period(LocalDate first, LocalDate last) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** Refuses an end before the beginning. */
    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The period must not end on %s, before %s.".formatted(last, first));
        }
    }

    /** Returns a single business date. */
    public static Period of(LocalDate businessDate) {
        return new Period(businessDate, businessDate);
    }

    /** Returns the business dates of a month. */
    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    boolean isOneDay() {
        return first.equals(last);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Returns {@code 20 November 2026} or {@code November 2026}. */
    String told() {
        return isOneDay() ? DAY.format(first) : MONTH.format(first);
    }
}
