package dev.cpor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FederalHolidayTest {
    /** The schedule of the U.S. Office of Personnel Management, in its order from New Year's Day to Christmas Day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025 | 2025-01-01 2025-01-20 2025-02-17 2025-05-26 2025-06-19 2025-07-04 2025-09-01 2025-10-13 2025-11-11 2025-11-27 2025-12-25
                    2026 | 2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25
                    2027 | 2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24
                    2028 | 2027-12-31 2028-01-17 2028-02-21 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-10-09 2028-11-10 2028-11-23 2028-12-25
                    """)
    void areObservedAsTheFederalSchedulePublishes(int year, String schedule) {
        assertThat(FederalHoliday.observedOf(year).map(LocalDate::toString).collect(Collectors.joining(" ")))
                .isEqualTo(schedule);
    }

    @Test
    void areTheDaysOfJollydayAndColumbusDay() {
        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create("us"));
        for (int year = 2000; year <= 2099; year++) {
            Set<LocalDate> theirs = jollyday.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY).stream()
                    .map(Holiday::getDate)
                    .collect(Collectors.toSet());
            Set<LocalDate> ours = FederalHoliday.observedOf(year).collect(Collectors.toSet());

            assertThat(ours).containsAll(theirs);
            ours.removeAll(theirs);
            assertThat(ours).singleElement().satisfies(columbusDay -> {
                assertThat(columbusDay.getMonth()).isEqualTo(Month.OCTOBER);
                assertThat(columbusDay.getDayOfMonth()).isBetween(8, 14);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1971-10-25", "1977-10-24", "1978-11-10", "2021-06-18", "1986-01-20"})
    void followTheLawOfTheirTime(LocalDate day) {
        assertThat(FederalHoliday.observedOf(day.getYear())).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1977-11-11", "1978-10-23", "2020-06-19", "1985-01-21"})
    void areNoneBeforeTheirLaw(LocalDate day) {
        assertThat(FederalHoliday.observedOf(day.getYear())).doesNotContain(day);
    }
}
