package dev.cpor.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers as feeds write them: ASCII digits, no sign, no exponent, no grouping. */
final class Numbers {
    /** The most digits before the point. */
    static final int INTEGER_DIGITS = 15;

    private Numbers() {}

    /** Returns the whole number, null when the text is none or it is greater than {@code most}. */
    static @Nullable Long whole(String text, long most) {
        int length = text.length();
        if (length == 0 || length > 19 || digitsFrom(text, 0) < length) {
            return null;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (number > (most - digit) / 10) {
                return null;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Returns the decimal number as it is written, null when the text is none or has too many digits. */
    static @Nullable BigDecimal decimal(String text, int mostDecimals) {
        int length = text.length();
        int point = digitsFrom(text, 0);
        if (point == 0 || point > INTEGER_DIGITS) {
            return null;
        }
        if (point < length) {
            int decimals = length - point - 1;
            if (text.charAt(point) != '.'
                    || decimals == 0
                    || decimals > mostDecimals
                    || digitsFrom(text, point + 1) < length) {
                return null;
            }
        }
        return new BigDecimal(text);
    }

    /** Returns the place of the first character that is no ASCII digit. */
    private static int digitsFrom(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
