package dev.cpor.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.cpor.settings.InvalidSetting;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows which days are public holidays of a country, as observed. */
final class PublicHolidays {
    private static final String UNITED_STATES = "US";

    /** Jollyday 1.8.1 holds the holidays of these countries that follow the moon year by year, up to this one. */
    private static final Map<String, Integer> LAST_YEARS = Map.of("HK", 2024, "MU", 2024, "SG", 2024);

    private PublicHolidays() {}

    /**
     * Returns the days on which public holidays are observed. Of the United States, only federal holidays count.
     *
     * @param country a code that {@link #checkCountry} accepts
     * @param subdivision the part of it whose own holidays count too, such as {@code BY} or {@code BY/AG}; null for none
     * @throws InvalidSetting if the country has no such subdivision
     */
    static Set<LocalDate> of(String country, @Nullable String subdivision, Years years) {
        boolean unitedStates = country.equalsIgnoreCase(UNITED_STATES);
        Stream<LocalDate> days = Stream.empty();
        if (unitedStates) {
            days = observed(years, FederalHoliday::observedOf);
        }
        if (!unitedStates || subdivision != null) {
            days = Stream.concat(days, observed(years, jollyday(country, subdivision)));
        }
        return days.collect(Collectors.toSet());
    }

    /** Returns the last year of which all public holidays of a country are known. */
    static int lastYear(String country) {
        return LAST_YEARS.getOrDefault(country.toUpperCase(Locale.ROOT), Integer.MAX_VALUE);
    }

    /** @throws InvalidSetting if Jollyday has no such calendar */
    static void checkCountry(String country) {
        Set<String> known = HolidayCalendar.getSupportedCalendarCodes();
        if (!known.contains(country.toUpperCase(Locale.ROOT))) {
            throw new InvalidSetting(
                    "country",
                    "country is \"%s\", but must be one of %s"
                            .formatted(country, String.join(", ", new TreeSet<>(known))));
        }
    }

    /** Asks for the years around too: a holiday may be observed in the year before its own, or after. */
    private static Stream<LocalDate> observed(Years years, IntFunction<Stream<LocalDate>> ofYear) {
        return IntStream.rangeClosed(years.from() - 1, years.to() + 1).boxed().flatMap(ofYear::apply);
    }

    private static IntFunction<Stream<LocalDate>> jollyday(String country, @Nullable String subdivision) {
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        String[] path = subdivision == null
                ? new String[0]
                : subdivision.toLowerCase(Locale.ROOT).split("/", -1);
        checkSubdivision(manager.getCalendarHierarchy(), path, subdivision, country);
        return year -> manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, path).stream()
                .map(Holiday::getDate);
    }

    private static void checkSubdivision(
            CalendarHierarchy country, String[] path, @Nullable String subdivision, String code) {
        CalendarHierarchy level = country;
        for (String part : path) {
            Set<String> known = new TreeSet<>(level.getChildren().keySet());
            CalendarHierarchy next = level.getChildren().get(part);
            if (next == null) {
                throw new InvalidSetting(
                        "subdivision",
                        "subdivision is \"%s\", but %s has no \"%s\" there; %s"
                                .formatted(
                                        subdivision,
                                        code,
                                        part,
                                        known.isEmpty()
                                                ? "it has none"
                                                : "valid are "
                                                        + String.join(", ", known)
                                                                .toUpperCase(Locale.ROOT)));
            }
            level = next;
        }
    }
}
