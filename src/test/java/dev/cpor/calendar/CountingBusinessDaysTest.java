package dev.cpor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.BusinessCalendar;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingBusinessDaysTest {
    private CalendarFolder calendar = new CalendarFolder(Path.of(""));

    @BeforeEach
    void writeInto(@TempDir Path folder) {
        calendar = new CalendarFolder(folder);
    }

    @Test
    void withoutHolidaysTheFifthBusinessDayAfterAMondayIsTheNextMonday() {
        BusinessCalendar plain = calendar.saying("cancelled: [{ date: 2026-11-11, name: Veterans Day }]");

        assertThat(plain.businessDaysBetween(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 2)))
                .isZero();
        assertThat(plain.businessDaysBetween(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 9)))
                .isEqualTo(5);
        assertThat(plain.businessDaysBetween(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 10)))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-11-09, 5",
        "2026-11-02, 2026-11-10, 6",
        "2026-11-04, 2026-11-10, 4",
        "2026-11-04, 2026-11-11, 4",
        "2026-11-04, 2026-11-12, 5",
        "2026-11-04, 2026-11-13, 6",
        "2026-11-07, 2026-11-08, 0",
        "2026-11-07, 2026-11-09, 1",
        "2026-11-11, 2026-11-12, 1",
        "2026-11-12, 2026-11-11, -1",
        "2027-12-30, 2028-01-03, 1",
    })
    void federalHolidaysDoNotCount(LocalDate since, LocalDate until, int businessDays) {
        assertThat(calendar.saying("").businessDaysBetween(since, until)).isEqualTo(businessDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 2026-11-29, 1",
        "2026-11-26, 2026-11-28, 0",
        "2026-11-26, 2026-12-03, 2",
        "2026-11-26, 2026-12-06, 3",
    })
    void aWeekendMayBeFridayAndSaturday(LocalDate since, LocalDate until, int businessDays) {
        BusinessCalendar emirates = calendar.saying("zone: Asia/Dubai\nweekend: [FRIDAY, SATURDAY]\ncountry: AE\n");

        assertThat(emirates.businessDaysBetween(since, until)).isEqualTo(businessDays);
    }

    @Test
    void aHolidayOnAWeekendDayIsNotCountedTwice() {
        String onASaturday = "extra: [{ date: 2026-11-07, name: Saturday off }]";
        LocalDate since = LocalDate.of(2026, 11, 2);

        assertThat(calendar.saying(onASaturday).businessDaysBetween(since, since.plusDays(14)))
                .isEqualTo(calendar.saying("").businessDaysBetween(since, since.plusDays(14)))
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,                 2026-11-10T23:59:59Z,      2026-11-10",
        "UTC,                 2026-11-11T00:00:00Z,      2026-11-11",
        "UTC,                 2026-11-11T00:30:00+01:00, 2026-11-10",
        "UTC,                 2026-11-10T20:00:00-05:00, 2026-11-11",
        "Europe/Berlin,       2026-11-10T23:00:00Z,      2026-11-11",
        "Europe/Berlin,       2026-07-10T21:59:59Z,      2026-07-10",
        "Europe/Berlin,       2026-07-10T22:00:00Z,      2026-07-11",
        "America/New_York,    2026-11-11T04:59:59Z,      2026-11-10",
        "America/New_York,    2026-11-11T05:00:00Z,      2026-11-11",
        "America/New_York,    2026-11-11T00:00:00+00:00, 2026-11-10",
        "Asia/Kathmandu,      2026-11-10T18:15:00Z,      2026-11-11",
        "Pacific/Kiritimati,  2026-11-10T10:00:00Z,      2026-11-11",
        "+05:30,              2026-11-10T18:29:59Z,      2026-11-10",
    })
    void aDayIsTheDateInTheCalendarsZone(String zone, OffsetDateTime moment, LocalDate day) {
        Instant instant = moment.toInstant();

        assertThat(calendar.saying("zone: " + zone).dayOf(instant)).isEqualTo(day);
    }

    @Test
    void countsAsCountingDayByDayDoes() {
        BusinessCalendar read = calendar.saying("extra: [{ date: 2026-12-24, name: Christmas Eve }]");
        Set<LocalDate> holidays = new HashSet<>(Set.of(LocalDate.of(2026, 12, 24)));
        IntStream.rangeClosed(2000, 2100)
                .boxed()
                .flatMap(FederalHoliday::observedOf)
                .forEach(holidays::add);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        LocalDate first = LocalDate.of(2000, 1, 1);

        for (int i = 0; i < 500; i++) {
            LocalDate since = first.plusDays(random.nextInt(36_000));
            LocalDate until = since.plusDays(random.nextInt(i < 250 ? 30 : 500));
            int slowly = (int) since.plusDays(1)
                    .datesUntil(until.plusDays(1))
                    .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                    .filter(day -> !holidays.contains(day))
                    .count();

            assertThat(read.businessDaysBetween(since, until))
                    .as("seed %d: %s to %s", seed, since, until)
                    .isEqualTo(slowly);
            assertThat(read.businessDaysBetween(until, since)).isEqualTo(-slowly);
        }
    }
}
