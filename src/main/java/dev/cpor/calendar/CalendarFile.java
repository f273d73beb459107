package dev.cpor.calendar;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.settings.SettingsFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** The operators' calendar: {@code calendar.yaml}. */
public final class CalendarFile {
    /** The name of the file in the folder of the settings. */
    public static final String FILE = "calendar.yaml";

    private CalendarFile() {}

    /**
     * Reads {@code calendar.yaml}.
     *
     * @param jobsFolder the folder that holds it
     * @return the calendar of the years that the file names; asked for another year, it throws
     *     {@link BusinessCalendar.YearNotInCalendar}
     * @throws ClearFailure if the file is missing or unreadable, or holds an unknown key, zone, country or subdivision, or a
     *     date that is none
     */
    public static BusinessCalendar read(Path jobsFolder) {
        return SettingsFile.read(jobsFolder, FILE, CalendarSettings.class, CalendarFile::calendar);
    }

    /**
     * Reads the text of a {@code calendar.yaml}.
     *
     * @param file what messages call it
     * @return the calendar as {@link #read} does
     * @throws ClearFailure if it holds an unknown key, zone, country or subdivision, or a date that is none
     */
    public static BusinessCalendar parse(Path file, String text) {
        return SettingsFile.parse(file, text, CalendarSettings.class, CalendarFile::calendar);
    }

    private static BusinessCalendar calendar(CalendarSettings settings) {
        Set<LocalDate> holidays =
                new HashSet<>(PublicHolidays.of(settings.country(), settings.subdivision(), settings.years()));
        settings.cancel(holidays);
        settings.extra().forEach(day -> holidays.add(day.date()));
        return new BusinessCalendar(
                settings.zone(),
                settings.years().from(),
                settings.lastYear(),
                day -> !settings.weekend().contains(day.getDayOfWeek()) && !holidays.contains(day));
    }
}
