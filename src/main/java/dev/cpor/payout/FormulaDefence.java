package dev.cpor.payout;

/** Keeps a spreadsheet from taking text for a formula: such text gets a leading {@code '}. */
public final class FormulaDefence {
    private FormulaDefence() {}

    /** Returns the text as it is written: with a leading {@code '} where it needs one. */
    public static String written(String text) {
        return isNeededFor(text) ? "'" + text : text;
    }

    /** Says whether the text begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a carriage return. */
    public static boolean isNeededFor(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r' -> true;
            default -> false;
        };
    }
}
