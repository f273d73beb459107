package dev.cpor.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The federal holidays of the United States, after 5 U.S.C. 6103(a), from 1971 on.
 *
 * <p>Jollyday's calendar of the United States lacks Columbus Day, and merely to load it takes ten times as long as all the
 * rest of building this calendar. A test holds the two against each other.
 */
enum FederalHoliday {
    NEW_YEARS_DAY(1971, 9999, on(JANUARY, 1)),
    BIRTHDAY_OF_MARTIN_LUTHER_KING(1986, 9999, the(3, MONDAY, JANUARY)),
    WASHINGTONS_BIRTHDAY(1971, 9999, the(3, MONDAY, FEBRUARY)),
    MEMORIAL_DAY(1971, 9999, the(-1, MONDAY, MAY)),
    JUNETEENTH(2021, 9999, on(JUNE, 19)),
    INDEPENDENCE_DAY(1971, 9999, on(JULY, 4)),
    LABOR_DAY(1971, 9999, the(1, MONDAY, SEPTEMBER)),
    COLUMBUS_DAY(1971, 9999, the(2, MONDAY, OCTOBER)),
    VETERANS_DAY_IN_OCTOBER(1971, 1977, the(4, MONDAY, OCTOBER)),
    VETERANS_DAY(1978, 9999, on(NOVEMBER, 11)),
    THANKSGIVING_DAY(1971, 9999, the(4, THURSDAY, NOVEMBER)),
    CHRISTMAS_DAY(1971, 9999, on(DECEMBER, 25));

    private final int firstYear;
    private final int lastYear;
    private final IntFunction<LocalDate> inYear;

    FederalHoliday(int firstYear, int lastYear, IntFunction<LocalDate> inYear) {
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.inYear = inYear;
    }

    /**
     * Returns the days on which the holidays of a year are observed. New Year's Day may be observed on the last day of the
     * year before.
     */
    static Stream<LocalDate> observedOf(int year) {
        return Arrays.stream(values())
                .filter(holiday -> year >= holiday.firstYear && year <= holiday.lastYear)
                .map(holiday -> observed(holiday.inYear.apply(year)));
    }

    /** A holiday on a Saturday is observed on the Friday before, one on a Sunday on the Monday after: 5 U.S.C. 6103(b), E.O. 11582. */
    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static IntFunction<LocalDate> on(Month month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    private static IntFunction<LocalDate> the(int ordinal, DayOfWeek weekday, Month month) {
        return year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }
}
