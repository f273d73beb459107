package dev.cpor.payout.verify;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as an extract writes them: digits and a point, nothing else, and one way only to write each. */
final class PlainNumber {
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
        BigDecimal number = new BigDecimal(text);
        return negative && number.signum() == 0 ? null : number;
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
