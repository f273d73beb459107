package dev.cpor.rules.drl;

import dev.cpor.rules.drl.Token.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, texts and days in conditions. */
public final class Literals {
    private static final Pattern DAY = Pattern.compile("\"\\d{4}-\\d{2}-\\d{2}\"");
    private static final int MOST_DIGITS = 30;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Literals() {}

    /**
     * Returns what is wrong with something that is neither a word nor a sign, null if it can be used.
     *
     * @param compared the type of the property that it is compared with, null if that is not known yet
     */
    public static @Nullable String check(@Nullable Class<?> compared, Token token) {
        return switch (token.kind()) {
            case NUMBER -> number(compared, token.text());
            case STRING -> text(compared, token);
            default ->
                switch (token.text()) {
                    case "=" -> "a single = is not allowed; write ==";
                    case "'", "\"" ->
                        "a text must stand between double quotes on one line; write it as in product == \"Teams\"";
                    default ->
                        "the sign %s is not allowed in a condition; write comparisons such as seats >= 150"
                                .formatted(token.text());
                };
        };
    }

    /** Says that a value is of another kind than what it is compared with. */
    public static String unlike(String value, Class<?> compared) {
        return "%s is compared with %s; write %s".formatted(value, Kinds.nameOf(compared), Kinds.expected(compared));
    }

    /** Returns the day that a text says, null if it says none. */
    public static @Nullable LocalDate day(Token token) {
        if (token.kind() != Kind.STRING || !DAY.matcher(token.text()).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(token.text().substring(1, token.text().length() - 1));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String number(@Nullable Class<?> compared, String number) {
        if (number.length() > MOST_DIGITS) {
            return "%s… has %d digits; write at most %d"
                    .formatted(number.substring(0, MOST_DIGITS), number.length(), MOST_DIGITS);
        }
        if (compared != null && !Kinds.isNumber(compared)) {
            return unlike(number, compared);
        }
        // Java reads 010 as 8.
        if (number.length() > 1 && number.startsWith("0") && !number.startsWith("0.")) {
            return "%s begins with a zero; write %s".formatted(number, new BigDecimal(number).toPlainString());
        }
        if (compared == null && number.contains(".")) {
            return number
                    + " stands before what it is compared with; write the property first, as in annualRevenue > 1000.50";
        }
        boolean wide = compared == long.class || compared == BigDecimal.class;
        if (new BigDecimal(number).compareTo(wide ? BigDecimal.valueOf(Long.MAX_VALUE) : LARGEST) > 0) {
            return "%s is too large; write at most %d".formatted(number, wide ? Long.MAX_VALUE : Integer.MAX_VALUE);
        }
        return null;
    }

    private static @Nullable String text(@Nullable Class<?> compared, Token token) {
        if (compared == null) {
            return token.text()
                    + " stands before what it is compared with; write the property first, as in product == \"Teams\"";
        }
        if (compared == LocalDate.class) {
            return day(token) != null
                    ? null
                    : "%s is not a day; write year, month and day, as in statusSince > \"2026-12-01\""
                            .formatted(token.text());
        }
        return compared == String.class ? null : unlike(token.text(), compared);
    }
}
