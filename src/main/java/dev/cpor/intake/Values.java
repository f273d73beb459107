package dev.cpor.intake;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Money;
import dev.cpor.domain.RejectCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one row by column. Each method refuses the row when the value is not what the method is for. */
final class Values {
    private static final int TEXT = 200;
    private static final int LONG_TEXT = 4_000;

    /** A claim ID, a line number, a count, and the sign that an extract may put before them. */
    private static final int EARNING_ID = TEXT + 24;

    private final Feed feed;
    private final List<String> fields;
    private final BusinessCalendar calendar;

    Values(Feed feed, List<String> fields, BusinessCalendar calendar) {
        this.feed = feed;
        this.fields = fields;
        this.calendar = calendar;
    }

    /** Returns the value as it is. */
    String found(String column) {
        return fields.get(feed.position(column));
    }

    String required(String column) throws RowRefused {
        String found = found(column);
        if (found.isEmpty()) {
            throw new RowRefused(RejectCode.MISSING_VALUE, "The column %s is empty, expected a value.", column);
        }
        return found;
    }

    String text(String column) throws RowRefused {
        return Text.checked(column, required(column), TEXT);
    }

    String earningId(String column) throws RowRefused {
        return Text.checked(column, required(column), EARNING_ID);
    }

    @Nullable
    String optionalText(String column) throws RowRefused {
        String found = found(column);
        return found.isEmpty() ? null : Text.checked(column, found, TEXT);
    }

    /** Returns a comment or details, which may be longer than other text. */
    String longText(String column) throws RowRefused {
        return Text.checked(column, required(column), LONG_TEXT);
    }

    void mustBeEmpty(String column, String owner) throws RowRefused {
        if (!found(column).isEmpty()) {
            throw new RowRefused(
                    RejectCode.UNEXPECTED_VALUE,
                    "The column %s has %s, expected it to be empty for %s.",
                    column,
                    Text.shown(found(column)),
                    owner);
        }
    }

    <E extends Enum<E>> E word(String column, Words<E> words) throws RowRefused {
        return words.get(column, required(column));
    }

    <E extends Enum<E>> @Nullable E optionalWord(String column, Words<E> words) throws RowRefused {
        return found(column).isEmpty() ? null : words.get(column, found(column));
    }

    <E extends Enum<E>> Set<E> optionalWords(String column, Words<E> words) throws RowRefused {
        return words.getAll(column, found(column));
    }

    /** Returns texts with {@code ;} between them, at least one; each may be as long as any text. */
    List<String> texts(String column) throws RowRefused {
        List<String> items = Items.of(column, required(column));
        for (String item : items) {
            Text.checked(column, item, TEXT);
        }
        return items;
    }

    boolean flag(String column) throws RowRefused {
        String found = required(column);
        return switch (found) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(column, found, "true or false");
        };
    }

    LocalDate date(String column) throws RowRefused {
        String found = required(column);
        LocalDate date = Instants.parseDate(found);
        if (date == null) {
            throw malformed(column, found, "a date such as 2026-11-20");
        }
        return date;
    }

    @Nullable
    LocalDate optionalDate(String column) throws RowRefused {
        return found(column).isEmpty() ? null : date(column);
    }

    Instant instant(String column) throws RowRefused {
        String found = required(column);
        Instant instant = Instants.parse(found);
        if (instant == null) {
            throw malformed(column, found, "an instant with its offset, such as 2026-11-20T08:30:00Z");
        }
        return instant;
    }

    /** Returns the day of an instant that this column holds. */
    LocalDate dayOf(String column, Instant instant) throws RowRefused {
        LocalDate day = Instants.dayOf(instant, calendar);
        if (day == null) {
            throw new RowRefused(
                    RejectCode.YEAR_NOT_IN_CALENDAR,
                    "The column %s has %s, in a year that the calendar does not answer for; correct it, or add"
                            + " the year to calendar.yaml, and send the row again in another file.",
                    column,
                    Text.shown(found(column)));
        }
        return day;
    }

    long whole(String column, long least, long most) throws RowRefused {
        String found = required(column);
        Long number = Numbers.whole(found, most);
        if (number == null || number < least) {
            throw malformed(column, found, "a whole number from %d to %d, digits only".formatted(least, most));
        }
        return number;
    }

    BigDecimal decimal(String column, int decimals) throws RowRefused {
        String found = required(column);
        BigDecimal number = Numbers.decimal(found, decimals);
        if (number == null) {
            throw malformed(
                    column,
                    found,
                    ("a number such as 1234.5 without sign, exponent or grouping, with at most %d digits before"
                                    + " the point and %d after it")
                            .formatted(Numbers.INTEGER_DIGITS, decimals));
        }
        return number;
    }

    Currency currency(String column) throws RowRefused {
        String found = required(column);
        Currency currency = Money.currency(found);
        if (currency == null) {
            throw new RowRefused(
                    RejectCode.UNKNOWN_VALUE,
                    "The column %s has %s, expected the ISO 4217 code of a currency with minor units, such as EUR.",
                    column,
                    Text.shown(found));
        }
        return currency;
    }

    /** Makes the refusal of a value whose form is wrong. */
    static RowRefused malformed(String column, String found, String expected) {
        return new RowRefused(
                RejectCode.MALFORMED_VALUE, "The column %s has %s, expected %s.", column, Text.shown(found), expected);
    }
}
