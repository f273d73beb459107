package dev.cpor.reference;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The shapes of single values. */
final class Shapes {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private Shapes() {}

    /** Characters are Unicode characters, so that one outside the basic plane counts as one. */
    static boolean text(String value, int limit) {
        return value.indexOf('\0') < 0 && value.codePointCount(0, value.length()) <= limit;
    }

    static boolean given(String value, int limit) {
        return !value.isEmpty() && text(value, limit);
    }

    static boolean booleanWord(String value) {
        return value.equals("true") || value.equals("false");
    }

    static boolean currency(String value) {
        return CURRENCIES.contains(value);
    }

    static boolean date(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean instant(String value) {
        try {
            OffsetDateTime.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean count(String value) {
        return value.matches("[0-9]{1,9}");
    }

    static boolean lineNumber(String value) {
        return count(value) && Integer.parseInt(value) > 0;
    }

    static boolean amount(String value, int decimals) {
        return value.matches("[0-9]+(\\.[0-9]{1," + decimals + "})?");
    }

    static boolean sha256(String value) {
        return value.matches("[0-9a-fA-F]{64}");
    }
}
