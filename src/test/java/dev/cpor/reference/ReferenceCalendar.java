package dev.cpor.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days between two dates; business days leave out Saturday, Sunday and US federal holidays as observed, 2025 to 2028. */
final class ReferenceCalendar {

    private static final Set<LocalDate> HOLIDAYS =
            Stream.of("""
                    2025-01-01 2025-01-20 2025-02-17 2025-05-26 2025-06-19 2025-07-04
                    2025-09-01 2025-10-13 2025-11-11 2025-11-27 2025-12-25
                    2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03
                    2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25
                    2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05
                    2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24 2027-12-31
                    2028-01-17 2028-02-21 2028-05-29 2028-06-19 2028-07-04
                    2028-09-04 2028-10-09 2028-11-10 2028-11-23 2028-12-25
                    """.split("\\s+")).map(LocalDate::parse).collect(Collectors.toSet());

    private ReferenceCalendar() {}

    static boolean isBusinessDay(LocalDate date) {
        if (date.getYear() < 2025 || date.getYear() > 2028) {
            throw new IllegalArgumentException("The holidays of " + date.getYear() + " are not written down here.");
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(date);
    }

    /** The number of business days after {@code start}, up to and including {@code date}. */
    static int businessDays(LocalDate start, LocalDate date) {
        int days = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(date); day = day.plusDays(1)) {
            days += isBusinessDay(day) ? 1 : 0;
        }
        return days;
    }

    static int days(LocalDate start, LocalDate date) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(start, date));
    }
}
