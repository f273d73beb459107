package dev.cpor.intake;

import dev.cpor.domain.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and instants. Understands exactly what {@link LocalDate#parse} (of a four-digit year) and
 * {@link OffsetDateTime#parse} understand; the usual forms are read by hand, which is some ten times as fast.
 */
final class Instants {
    private static final Instant FIRST = Instant.parse("0000-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private Instants() {}

    /** Returns the date of a text such as {@code 2026-11-20}, null when it is none. */
    static @Nullable LocalDate parseDate(String text) {
        return text.length() == 10 ? dateAtStart(text) : null;
    }

    /** Returns the instant of a text such as {@code 2026-11-20T08:30:00+01:00}, null when it is none. */
    static @Nullable Instant parse(String text) {
        @Nullable Instant usual = parseUsual(text);
        if (usual != null) {
            return usual;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Returns the day of an instant, null when the calendar does not answer for it. */
    static @Nullable LocalDate dayOf(Instant instant, BusinessCalendar calendar) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            return null; // the far ends of time have no LocalDate in every zone
        }
        LocalDate day = calendar.dayOf(instant);
        return calendar.answersFor(day) ? day : null;
    }

    /** Reads {@code yyyy-MM-ddTHH:mm:ss}, followed by {@code Z} or {@code ±HH:mm}; null for anything else. */
    private static @Nullable Instant parseUsual(String text) {
        int length = text.length();
        if ((length != 20 && length != 25)
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        LocalDate date = dateAtStart(text);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        if (date == null || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        long seconds = date.toEpochDay() * 86_400L + hour * 3_600L + minute * 60L + second;
        if (length == 20) {
            return text.charAt(19) == 'Z' ? Instant.ofEpochSecond(seconds) : null;
        }
        int offsetHours = digits(text, 20, 2);
        int offsetMinutes = digits(text, 23, 2);
        if (text.charAt(22) != ':' || offsetHours < 0 || offsetHours > 17 || offsetMinutes < 0 || offsetMinutes > 59) {
            return null;
        }
        long offset = offsetHours * 3_600L + offsetMinutes * 60L;
        return switch (text.charAt(19)) {
            case '+' -> Instant.ofEpochSecond(seconds - offset);
            case '-' -> Instant.ofEpochSecond(seconds + offset);
            default -> null;
        };
    }

    private static @Nullable LocalDate dateAtStart(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        if (year < 0 || text.charAt(4) != '-' || month < 1 || month > 12 || text.charAt(7) != '-' || day < 1) {
            return null;
        }
        return day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
