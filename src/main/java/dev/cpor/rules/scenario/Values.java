package dev.cpor.rules.scenario;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Money;
import dev.cpor.domain.Suggestion;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.sheet.Days;
import dev.cpor.rules.sheet.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands the cells of a row. What cannot be understood is a problem, and counts as if it were not there. */
final class Values {
    /** The word for "there is none", where an empty cell means the usual. */
    static final String NONE = "none";

    private static final Pattern COUNT = Pattern.compile("\\d{1,12}");
    private static final int MOST_DAYS = 3650;
    private static final int MOST_DECIMALS = 4;
    // As spreadsheet programs of several languages save them.
    private static final Set<String> YES = Set.of("true", "yes", "wahr", "vrai", "verdadero", "vero", "waar");
    private static final Set<String> NO = Set.of("false", "no", "falsch", "faux", "falso", "onwaar");

    private final Row row;
    private final BusinessCalendar calendar;
    private final List<Problem> problems;

    Values(Row row, BusinessCalendar calendar, List<Problem> problems) {
        this.row = row;
        this.calendar = calendar;
        this.problems = problems;
    }

    boolean has(Column column) {
        return row.cell(column) != null;
    }

    boolean isNone(Column column) {
        return row.text(column).equalsIgnoreCase(NONE);
    }

    String text(Column column, String otherwise) {
        return has(column) ? row.text(column) : otherwise;
    }

    <E extends Enum<E>> E constant(Column column, Class<E> type, E otherwise) {
        E found = constant(column, row.cell(column), type);
        return found == null ? otherwise : found;
    }

    /** Returns null, and notes a problem, for a word that is none of the constants; and null for an empty cell. */
    <E extends Enum<E>> @Nullable E constant(Column column, @Nullable Cell cell, Class<E> type) {
        if (cell == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (Column.letters(constant.name()).equals(Column.letters(cell.text()))) {
                return constant;
            }
        }
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        wrong(
                column,
                "\"%s\" is unknown%s; write one of %s"
                        .formatted(cell.text(), Suggestion.among(known, cell.text()), String.join(", ", known)));
        return null;
    }

    boolean flag(Column column, boolean otherwise) {
        String text = Column.letters(row.text(column));
        if (!has(column) || YES.contains(text) || NO.contains(text)) {
            return has(column) ? YES.contains(text) : otherwise;
        }
        wrong(column, "\"%s\" is neither true nor false; write one of them".formatted(row.text(column)));
        return otherwise;
    }

    long number(Column column, long otherwise) {
        if (!has(column) || COUNT.matcher(row.text(column)).matches()) {
            return has(column) ? Long.parseLong(row.text(column)) : otherwise;
        }
        wrong(
                column,
                "\"%s\" is not a whole number of at least 0; write it with digits alone, such as 1500"
                        .formatted(row.text(column)));
        return otherwise;
    }

    /** Returns a number of days, null where there is none. */
    @Nullable
    Integer days(Column column) {
        long days = number(column, -1);
        if (days > MOST_DAYS) {
            wrong(column, "%d is too many; write at most %d".formatted(days, MOST_DAYS));
            return null;
        }
        return days < 0 ? null : Math.toIntExact(days);
    }

    /** Returns an amount, null where there is none. A comma is taken for the decimal sign that it is in much of Europe. */
    @Nullable
    BigDecimal decimal(Column column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (Decimals.isAmbiguous(text)) {
            wrong(column, Decimals.explain(text));
            return null;
        }
        BigDecimal amount = Decimals.parse(text);
        if (amount == null || amount.scale() > MOST_DECIMALS) {
            wrong(
                    column,
                    "\"%s\" is not an amount of at least 0 with at most %d decimals; write it with a point and without grouping, such as 1234.50"
                            .formatted(text, MOST_DECIMALS));
            return null;
        }
        return amount;
    }

    /** Returns a day, null where there is none. */
    @Nullable
    LocalDate day(Column column) {
        if (!has(column)) {
            return null;
        }
        LocalDate day = Days.parse(row.text(column));
        if (day == null) {
            wrong(column, Days.explain(row.text(column)));
        } else if (!calendar.answersFor(day)) {
            wrong(column, "the calendar does not answer for %s; write a day of its years".formatted(day));
            return null;
        }
        return day;
    }

    @Nullable
    Currency currency(Column column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        Currency found = Money.currency(text);
        if (found == null) {
            wrong(
                    column,
                    "\"%s\" is not a currency that can be paid; write an ISO 4217 code such as EUR".formatted(text));
        }
        return found;
    }

    void wrong(Column column, String what) {
        String text = row.text(Column.CASE);
        problems.add(row.place(column)
                .problem(
                        "%s%s: %s".formatted(text.isEmpty() ? "" : "case \"" + text + "\": ", column.heading(), what)));
    }
}
