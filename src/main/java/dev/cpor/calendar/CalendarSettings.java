package dev.cpor.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.cpor.domain.Suggestion;
import dev.cpor.settings.InvalidSetting;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calendar.yaml says.
 *
 * @param zone the zone whose date is the day of an instant
 * @param weekend the days of the week that are no business days
 * @param country the code of the country, in Jollyday's list, whose public holidays count
 * @param subdivision the part of the country whose own holidays count too, null for none
 * @param extra holidays that the country does not have
 * @param cancelled holidays of the country that do not count
 * @param years the years that the calendar answers for
 */
record CalendarSettings(
        ZoneId zone,
        Set<DayOfWeek> weekend,
        String country,
        @Nullable String subdivision,
        List<NamedDay> extra,
        List<NamedDay> cancelled,
        Years years) {

    CalendarSettings {
        if (weekend.size() == DayOfWeek.values().length) {
            throw new InvalidSetting("weekend", "weekend names all seven days, but one must be left as a business day");
        }
        PublicHolidays.checkCountry(country);
        years.check("extra", extra);
        years.check("cancelled", cancelled);
        weekend = Set.copyOf(weekend);
        extra = List.copyOf(extra);
        cancelled = List.copyOf(cancelled);
    }

    /** Puts the default in the place of each key that is left out. */
    @JsonCreator
    static CalendarSettings of(
            @Nullable String zone,
            @Nullable Set<DayOfWeek> weekend,
            @Nullable String country,
            @Nullable String subdivision,
            @Nullable List<NamedDay> extra,
            @Nullable List<NamedDay> cancelled,
            @Nullable Years years) {
        return new CalendarSettings(
                zone != null ? zoneOf(zone) : ZoneId.of("UTC"),
                weekend != null ? weekend : Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                country != null ? country : "US",
                subdivision,
                extra != null ? extra : List.of(),
                cancelled != null ? cancelled : List.of(),
                years != null ? years : Years.of(null, null));
    }

    /**
     * Returns the last year that the calendar answers for. A year of which the country's holidays are not all known counts
     * when {@code extra} names some of it.
     *
     * @throws InvalidSetting if there is no year left
     */
    int lastYear() {
        int last = PublicHolidays.lastYear(country);
        while (last < years.to() && names(last + 1)) {
            last++;
        }
        if (last < years.from()) {
            throw new InvalidSetting(
                    "country",
                    "country is %s, whose holidays are known up to %d only; name those of the years from then on under extra"
                            .formatted(country, last));
        }
        return Math.min(last, years.to());
    }

    private boolean names(int year) {
        return extra.stream().anyMatch(day -> day.date().getYear() == year);
    }

    /**
     * Takes the cancelled days out of the country's holidays.
     *
     * @throws InvalidSetting if one of them is no holiday, because then the one that was meant would still count
     */
    void cancel(Set<LocalDate> holidays) {
        for (int i = 0; i < cancelled.size(); i++) {
            NamedDay day = cancelled.get(i);
            if (!holidays.remove(day.date())) {
                throw new InvalidSetting(
                        "cancelled/%d/date".formatted(i),
                        "%s (%s) is cancelled, but is no holiday of %s as observed%s"
                                .formatted(day.date(), day.name(), country, nearest(holidays, day.date())));
            }
        }
    }

    private static String nearest(Set<LocalDate> holidays, LocalDate day) {
        return holidays.stream()
                .min(Comparator.comparingLong((LocalDate holiday) -> Math.abs(ChronoUnit.DAYS.between(holiday, day)))
                        .thenComparing(Comparator.naturalOrder()))
                .map("; the nearest is %s"::formatted)
                .orElse("");
    }

    private static ZoneId zoneOf(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            String nearest = Suggestion.among(ZoneId.getAvailableZoneIds(), zone);
            throw new InvalidSetting(
                    "zone",
                    "zone is \"%s\", but must be a name of the IANA time zone database, such as UTC, Europe/Berlin or America/New_York%s"
                            .formatted(zone, Suggestion.among(ZoneId.getAvailableZoneIds(), zone)));
        }
    }
}
