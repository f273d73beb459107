package dev.cpor.payout.verify;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as an extract writes them: digits and a point, nothing else, and one way only to write each. */
final class PlainNumber {
    /** So many digits fit into a long. */
    private static final int LONG_DIGITS = 18;

    private PlainNumber() {}

    /** Returns null where the text is not a number with exactly so many decimals. */
    static @Nullable BigDecimal withDecimals(String text, int decimals) {
        BigDecimal number = any(text);
        return number == null || number.scale() != decimals ? null : number;
    }

    /** Returns null where the text is no number, or one with a grouping, an exponent, a plus or a needless zero in front. */
    static @Nullable BigDecimal any(String text) {
        boolean negative = text.startsWith("-");
        int begin = negative ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        if (!areDigits(text, begin, end)
                || (point >= 0 && !areDigits(text, point + 1, text.length()))
                || (text.charAt(begin) == '0' && end > begin + 1)) {
            return null;
        }
        BigDecimal number = text.length() <= LONG_DIGITS ? small(text, point) : new BigDecimal(text);
        return negative && number.signum() == 0 ? null : number;
    }

    /** The same number, in half the time. */
    private static BigDecimal small(String text, int point) {
        long unscaled = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '-') {
                unscaled = 10 * unscaled + (c - '0');
            }
        }
        return BigDecimal.valueOf(
                text.charAt(0) == '-' ? -unscaled : unscaled, point < 0 ? 0 : text.length() - point - 1);
    }

    private static boolean areDigits(String text, int begin, int end) {
        // 100 digits are more than any amount has; a longer text is no number that anybody could add up.
        if (begin >= end || end - begin > 100) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
