package dev.cpor.intake;

import dev.cpor.domain.RejectCode;

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

    /**
     * Returns the text of a column if it is not too long and has no NUL character. The messages never repeat it: it may be
     * about a person.
     */
    static String checked(String column, String text, int limit) throws RowRefused {
        if (isLonger(text, limit)) {
            throw new RowRefused(
                    RejectCode.TOO_LONG,
                    "The column %s has a text of %d characters, expected at most %d.",
                    column,
                    text.codePointCount(0, text.length()),
                    limit);
        }
        if (text.indexOf('\0') >= 0) {
            throw new RowRefused(
                    RejectCode.MALFORMED_VALUE,
                    "The column %s has a text with a NUL character, expected any other Unicode characters; remove it.",
                    column);
        }
        return text;
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
