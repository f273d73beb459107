package dev.cpor.intake;

/** Measures text by Unicode characters, and shows it in messages. */
final class Text {
    private static final int SHOWN = 40;

    private Text() {}

    /** Says whether a text has more than {@code limit} characters, counted as Unicode code points. */
    static boolean isLonger(String text, int limit) {
        int units = text.length();
        return units > limit && (units > 2 * limit || text.codePointCount(0, units) > limit);
    }

    /** Returns a text, or its first {@code limit} characters and an ellipsis when it is longer. */
    static String firstOf(String text, int limit) {
        return isLonger(text, limit) ? text.substring(0, text.offsetByCodePoints(0, limit)) + "…" : text;
    }

    /** Returns a found value for a message: in quotation marks, on one line, and not too long. */
    static String shown(String found) {
        StringBuilder shown = new StringBuilder("\"");
        firstOf(found, SHOWN).codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append('"').toString();
    }

    /** Appends a field of a CSV record; in quotes, its own quotes are doubled. */
    static void appendField(StringBuilder csv, String field, boolean inQuotes) {
        if (!inQuotes) {
            csv.append(field);
        } else if (field.indexOf('"') < 0) {
            csv.append('"').append(field).append('"');
        } else {
            csv.append('"').append(field.replace("\"", "\"\"")).append('"');
        }
    }
}
