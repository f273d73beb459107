package dev.cpor.bench;

import dev.cpor.domain.BusinessCalendar;
import java.time.LocalDate;

/** Which days the limits of the shipped lifecycle rules mean on a business date, as whoever writes SQL by hand would ask. */
record Deadlines(LocalDate date, BusinessCalendar calendar) {
    /** Returns the last day since which more than that many business days have passed. */
    LocalDate moreBusinessDaysThan(int limit) {
        LocalDate day = date;
        while (calendar.businessDaysBetween(day, date) <= limit) {
            day = day.minusDays(1);
        }
        return day;
    }
}
