package dev.cpor.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.focus_shift.jollyday.core.HolidayManager;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.BusinessCalendar.YearNotInCalendar;
import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarFileTest {
    private CalendarFolder calendar = new CalendarFolder(Path.of(""));

    @BeforeEach
    void writeInto(@TempDir Path folder) {
        calendar = new CalendarFolder(folder);
    }

    @Test
    void theFileThatShipsShowsTheDefaults() {
        BusinessCalendar ships = CalendarFile.read(Path.of("jobs"));
        BusinessCalendar defaults = calendar.saying("");

        LocalDate first = LocalDate.of(2000, 1, 1);
        LocalDate last = LocalDate.of(2099, 12, 31);
        assertThat(first.datesUntil(last.plusDays(1))
                        .filter(day -> ships.isBusinessDay(day) != defaults.isBusinessDay(day)))
                .isEmpty();
        assertThat(Stream.of(ships, defaults)).allSatisfy(either -> {
            assertThat(either.answersFor(first)).isTrue();
            assertThat(either.answersFor(last)).isTrue();
            assertThat(either.answersFor(first.minusDays(1))).isFalse();
            assertThat(either.answersFor(last.plusDays(1))).isFalse();
            assertThat(either.dayOf(Instant.parse("2026-11-10T23:59:59.999Z"))).isEqualTo("2026-11-10");
            assertThat(either.dayOf(Instant.parse("2026-11-11T00:00:00Z"))).isEqualTo("2026-11-11");
        });
    }

    @Test
    void doesNotAnswerForAYearOfWhichNotAllHolidaysAreKnownUnlessTheFileNamesThem() {
        LocalDate day = LocalDate.of(2025, 11, 20);

        assertThat(calendar.saying("country: DE").answersFor(day)).isTrue();
        assertThat(calendar.saying("country: SG").answersFor(day.minusYears(1))).isTrue();
        assertThatExceptionOfType(YearNotInCalendar.class)
                .isThrownBy(() -> calendar.saying("country: SG").isBusinessDay(day));
        BusinessCalendar named = calendar.saying(
                "country: SG\nextra:\n  - { date: 2025-10-20, name: Deepavali }\n  - { date: 2026-11-08, name: Deepavali }");
        assertThat(named.isBusinessDay(LocalDate.of(2025, 10, 20))).isFalse();
        assertThat(named.answersFor(day.plusYears(1))).isTrue();
        assertThat(named.answersFor(day.plusYears(2))).isFalse();
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> calendar.saying("country: SG\nyears: { from: 2026 }"))
                .withMessageContaining("known up to 2024");
    }

    @Test
    void theFileThatShipsShowsEveryKey() throws IOException {
        String text = Files.readString(Path.of("jobs", "calendar.yaml"));

        assertThat(Arrays.stream(CalendarSettings.class.getRecordComponents()))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(text).containsPattern("(?m)^" + key.getName() + ":"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-11,false",
        "2026-07-03,false",
        "2026-07-04,false",
        "2026-07-06,true",
        "2026-10-12,false",
        "2027-12-31,false",
        "2026-12-24,true"
    })
    void aFederalHolidayIsNoBusinessDayWhereItIsObserved(LocalDate day, boolean businessDay) {
        assertThat(calendar.saying("country: us").isBusinessDay(day)).isEqualTo(businessDay);
    }

    @Test
    void theLastDayOfTheCalendarMayBeAHolidayOfTheYearAfter() {
        assertThat(calendar.saying("years: { from: 2027, to: 2027 }").isBusinessDay(LocalDate.of(2027, 12, 31)))
                .isFalse();
    }

    @Test
    void extraAndCancelledHolidaysCorrectTheCountry() {
        BusinessCalendar corrected = calendar.saying("""
                extra:
                  - { date: 2026-12-24, name: Christmas Eve }
                cancelled:
                  - { date: 2026-10-12, name: Columbus Day }
                  - { date: 2026-07-03, name: Independence Day }
                """);

        assertThat(corrected.isBusinessDay(LocalDate.of(2026, 12, 24))).isFalse();
        assertThat(corrected.isBusinessDay(LocalDate.of(2026, 10, 12))).isTrue();
        assertThat(corrected.isBusinessDay(LocalDate.of(2026, 7, 3))).isTrue();
        assertThat(corrected.isBusinessDay(LocalDate.of(2027, 12, 24))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    country: DE                           | 2026-05-14 | 2026-01-06
                    { country: DE, subdivision: BW }      | 2026-01-06 | 2026-08-31
                    { country: de, subdivision: by/mu }   | 2026-01-06 | 2026-08-31
                    { country: US, subdivision: tx }      | 2026-11-27 | 2026-12-24
                    { country: us, subdivision: TX }      | 2026-10-12 | 2026-12-24
                    country: GB                           | 2026-05-04 | 2026-07-03
                    country: JP                           | 2026-09-21 | 2026-07-03
                    country: NYSE                         | 2026-04-03 | 2026-10-12
                    """)
    void countsTheHolidaysOfAnyCountryAndOfItsParts(String text, LocalDate holiday, LocalDate businessDay) {
        BusinessCalendar read = calendar.saying(text);

        assertThat(read.isBusinessDay(holiday)).isFalse();
        assertThat(read.isBusinessDay(businessDay)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void answersForEveryCountryOfJollydayFromTheFirstPossibleYearToTheLastKnown(String country) {
        Stream<Integer> years =
                Stream.of(1971, 2024, 2026, 2170).filter(year -> year <= PublicHolidays.lastYear(country));
        assertThat(years).hasSizeGreaterThan(1).allSatisfy(year -> {
            BusinessCalendar read =
                    calendar.saying("country: %s\nyears: { from: %d, to: %d }".formatted(country, year, year));

            assertThat(read.businessDaysBetween(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                    .isBetween(235, 261);
        });
    }

    static Stream<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream().sorted();
    }

    @Test
    void aYearOutsideIsRefused() {
        BusinessCalendar read = calendar.saying("years: { from: 2026, to: 2027 }");

        assertThatExceptionOfType(YearNotInCalendar.class)
                .isThrownBy(() -> read.isBusinessDay(LocalDate.of(2028, 1, 1)))
                .withMessageContaining("the years 2026 to 2027, but 2028-01-01 was asked for");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    zon: UTC                      | 2:1: "zon" is not a key; perhaps "zone" is meant; valid here are zone, weekend, country, subdivision, extra, cancelled, years.
                    zone: Europe/Berln            | 2:1: zone is "Europe/Berln", but must be a name of the IANA time zone database, such as UTC, Europe/Berlin or America/New_York; perhaps "Europe/Berlin" is meant.
                    zone: Middle-earth            | 2:1: zone is "Middle-earth", but must be a name of the IANA time zone database, such as UTC, Europe/Berlin or America/New_York.
                    country: XX                   | 2:1: country is "XX", but must be one of AD, AE, AL,
                    country: NO_WAY               | 2:1: country is "NO_WAY", but must be one of AD, AE, AL,
                    subdivision: zz               | 2:1: subdivision is "zz", but US has no "zz" there; valid are AK, AL,
                    weekend: [MONDAY, FUNDAY]     | 2:19: "weekend/1" is "FUNDAY", but must be one of MONDAY,
                    weekend: SUNDAY               | 2:1: "weekend" must be a list
                    extra: [{ date: 2026-13-01, name: x }] | 2:11: "extra/0/date" is "2026-13-01", but must be a date that exists, such as 2026-11-20.
                    extra: [{ date: 2026-12-24 }] | 2:9: a day must have a date and a name, such as
                    extra: [2026-12-24]           | 2:9: "extra/0" must be keys with values: date, name.
                    extra: [{ date: 1999-12-24, name: x }] | 2:11: 1999-12-24 is not within the years 2000 to 2099
                    cancelled: [{ date: 2026-07-04, name: Fourth }] | 2:15: 2026-07-04 (Fourth) is cancelled, but is no holiday of US as observed; the nearest is 2026-07-03.
                    years: { from: 1970 }         | 2:10: years/from is 1970, but must be within 1971 and 2170.
                    years: { to: 2171 }           | 2:10: years/to is 2171, but must be within 1971 and 2170.
                    years: { to: 1999 }           | 2:10: years/to is 1999, but must not be before years/from, which is 2000.
                    """)
    void refusesWhatIsNoCalendar(String line, String message) {
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> calendar.saying("# second line:\n" + line + "\n"))
                .withMessageStartingWith("%s:%s".formatted(calendar.file(), message));
    }

    @Test
    void refusesAWeekOfSevenWeekendDays() {
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() ->
                        calendar.saying("weekend: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]"))
                .withMessageContaining("one must be left");
    }

    @Test
    void norwayIsACountryAndNotFalse() {
        assertThat(calendar.saying("country: NO").isBusinessDay(LocalDate.of(2027, 5, 17)))
                .isFalse();
    }

    @Test
    void namesAFileThatIsMissing() {
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> CalendarFile.read(calendar.folder()))
                .withMessageContaining("\"%s\" does not exist", calendar.file());
    }
}
