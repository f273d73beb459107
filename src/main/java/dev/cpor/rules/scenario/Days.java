package dev.cpor.rules.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands days, and what spreadsheet programs make of them. */
final class Days {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern REWRITTEN = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})");

    private Days() {}

    /** Returns null for what is not a day such as 2026-11-20. */
    static @Nullable LocalDate parse(String text) {
        try {
            return DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Says what to write in the place of a text that is not a day. */
    static String explain(String text) {
        Matcher rewritten = REWRITTEN.matcher(text);
        if (!rewritten.matches()) {
            return "\"%s\" is not a day; write it as 2026-11-20".formatted(text);
        }
        int year = Integer.parseInt(rewritten.group(3));
        int first = Integer.parseInt(rewritten.group(1));
        int second = Integer.parseInt(rewritten.group(2));
        Set<LocalDate> meanings = new TreeSet<>();
        add(meanings, year, first, second);
        add(meanings, year, second, first);
        return "\"%s\" is what a spreadsheet program makes of a day; write it as %s, and give the cells of this column the format \"text\" before"
                .formatted(
                        text,
                        meanings.isEmpty()
                                ? "2026-11-20"
                                : String.join(
                                        " or ",
                                        meanings.stream()
                                                .map(LocalDate::toString)
                                                .toList()));
    }

    private static void add(Set<LocalDate> meanings, int year, int month, int day) {
        try {
            meanings.add(LocalDate.of(year < 100 ? 2000 + year : year, month, day));
        } catch (DateTimeException e) {
            // Not a meaning: there is no such day.
        }
    }
}
