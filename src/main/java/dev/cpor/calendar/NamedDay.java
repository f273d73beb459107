package dev.cpor.calendar;

import dev.cpor.settings.InvalidSetting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day that the file makes a holiday, or no holiday, and what it is called there. */
record NamedDay(LocalDate date, String name) {
    NamedDay(@Nullable LocalDate date, @Nullable String name) {
        if (date == null || name == null || name.isBlank()) {
            throw new InvalidSetting(
                    "", "a day must have a date and a name, such as { date: 2026-12-24, name: Christmas Eve }");
        }
        this.date = date;
        this.name = name;
    }
}
