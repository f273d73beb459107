package dev.cpor.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers in conditions. */
final class Amounts {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Amounts() {}

    /** Returns what is wrong with a number, null if it can be used. */
    static @Nullable String check(@Nullable Class<?> compared, String number) {
        // Java reads 010 as 8.
        if (number.length() > 1 && number.startsWith("0") && !number.startsWith("0.")) {
            return "%s begins with a zero; write %s".formatted(number, new BigDecimal(number).toPlainString());
        }
        boolean wide = compared == long.class || compared == BigDecimal.class;
        if (new BigDecimal(number).compareTo(wide ? BigDecimal.valueOf(Long.MAX_VALUE) : LARGEST) > 0) {
            return "%s is too large; write at most %d".formatted(number, wide ? Long.MAX_VALUE : Integer.MAX_VALUE);
        }
        return null;
    }
}
