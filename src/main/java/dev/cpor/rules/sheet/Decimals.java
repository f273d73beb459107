package dev.cpor.rules.sheet;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands decimal numbers of at least 0, with the point or with the comma that much of Europe writes. */
public final class Decimals {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}([.,]\\d+)?");
    // A comma before three digits groups thousands elsewhere, but nobody groups behind a zero or four digits.
    private static final Pattern PERHAPS_GROUPED = Pattern.compile("[1-9]\\d{0,2},\\d{3}");

    private Decimals() {}

    /** Returns null for what is no number, or could be two. */
    public static @Nullable BigDecimal parse(String text) {
        return DECIMAL.matcher(text).matches() && !isAmbiguous(text) ? new BigDecimal(text.replace(',', '.')) : null;
    }

    /** Says whether a text is one number in one country, and another one elsewhere. */
    public static boolean isAmbiguous(String text) {
        return PERHAPS_GROUPED.matcher(text).matches();
    }

    /** Says what to write in the place of a text that is ambiguous. */
    public static String explain(String text) {
        return "\"%s\" may mean %s or %s; write it with a point and without grouping"
                .formatted(text, text.replace(",", ""), text.replace(',', '.'));
    }
}
