package dev.cpor.report;

import java.text.Normalizer;

/** Text of others on a terminal: nothing in it acts on the terminal, and its width is known. */
final class Visible {
    /** Zero-width joiner and non-joiner are part of how some scripts and emoji are written. */
    private static final int NON_JOINER = 0x200C;

    private static final int JOINER = 0x200D;

    /** First and last of the ranges that Unicode's East Asian Width calls wide, the big ones. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x2705, 0x2705,
        0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x2753, 0x2755, 0x2757, 0x2757, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50,
        0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F,
        0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18AFF, 0x1B000, 0x1B2FF, 0x1F004, 0x1F004, 0x1F18E, 0x1F19A, 0x1F200,
        0x1F64F, 0x1F680, 0x1F6FF, 0x1F7E0, 0x1F7EB, 0x1F900, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private Visible() {}

    /**
     * Returns the text with every control, line-separating, direction-changing, private and unpaired character written as
     * an escape such as {@code \n} or <code>&#92;u001b</code>, and composed where it can be.
     */
    static String text(String raw) {
        StringBuilder visible = new StringBuilder(raw.length());
        Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> visible.append("\\n");
                case '\r' -> visible.append("\\r");
                case '\t' -> visible.append("\\t");
                default -> {
                    if (isHarmless(c)) {
                        visible.appendCodePoint(c);
                    } else {
                        visible.append("\\u").append(String.format("%04x", c));
                    }
                }
            }
        });
        return visible.toString();
    }

    /** Returns how many columns of a terminal the text takes. */
    static int width(String text) {
        return text.codePoints().map(Visible::width).sum();
    }

    /** Returns how many columns of a terminal the character takes: 0, 1 or 2. */
    static int width(int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                return 0;
            }
            default -> {
                for (int i = 0; i < WIDE.length; i += 2) {
                    if (WIDE[i] <= codePoint && codePoint <= WIDE[i + 1]) {
                        return 2;
                    }
                }
                return 1;
            }
        }
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT -> codePoint == JOINER || codePoint == NON_JOINER;
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
