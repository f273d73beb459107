package dev.cpor.rules.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands days, and what spreadsheet programs make of them. */
public final class Days {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([./-])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})");

    private Days() {}

    /**
     * Returns the only day that a text can mean: the year first, as in {@code 2026-11-20}; points between day, month and year, as in
     * {@code 20.11.2026}; or another sign there, where one of the two is greater than 12 or both are the same, as in
     * {@code 11/20/2026}. Null for anything else, also for a year of two digits.
     */
    public static @Nullable LocalDate parse(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return day(first.group(1), first.group(3), first.group(4));
        }
        Matcher last = YEAR_LAST.matcher(text);
        Set<LocalDate> meanings = last.matches() && last.group(4).length() == 4 ? meanings(last) : Set.of();
        return meanings.size() == 1 ? meanings.iterator().next() : null;
    }

    /** Says what to write in the place of a text that {@link #parse(String)} does not understand. */
    public static String explain(String text) {
        Matcher rewritten = YEAR_LAST.matcher(text);
        Set<LocalDate> meanings = rewritten.matches() ? meanings(rewritten) : Set.of();
        if (meanings.isEmpty()) {
            return "\"%s\" is not a day; write it as 2026-11-20".formatted(text);
        }
        return "\"%s\" is what a spreadsheet program makes of a day, and %s; write it as %s, and give the cells of this column the format \"text\" before"
                .formatted(
                        text,
                        meanings.size() > 1 ? "may be one of two" : "its century is not there",
                        meanings.stream().map(LocalDate::toString).collect(Collectors.joining(" or ")));
    }

    private static Set<LocalDate> meanings(Matcher yearLast) {
        Set<LocalDate> meanings = new TreeSet<>();
        String year = yearLast.group(4).length() == 2 ? "20" + yearLast.group(4) : yearLast.group(4);
        add(meanings, day(year, yearLast.group(3), yearLast.group(1)));
        if (!yearLast.group(2).equals(".")) {
            // Wherever points are written, the day comes first; with other signs, that is not so everywhere.
            add(meanings, day(year, yearLast.group(1), yearLast.group(3)));
        }
        return meanings;
    }

    private static void add(Set<LocalDate> meanings, @Nullable LocalDate day) {
        if (day != null) {
            meanings.add(day);
        }
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
