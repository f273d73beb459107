package dev.cpor.payout.verify;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a parser forgives and a strict reader does not: a byte order mark, records that end with other than CR LF, a quote
 * inside an unquoted field. Each is said once for a file, with the first line.
 */
final class CsvLayout {
    private enum Place {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE,
        AFTER_CR
    }

    private enum Flaw {
        BYTE_ORDER_MARK("it begins with a byte order mark, expected was UTF-8 without one"),
        LONE_LF("a record ends with LF alone, expected was CR LF"),
        LONE_CR("a record ends with CR alone, expected was CR LF"),
        STRAY_QUOTE("a quote stands inside a field that is not quoted, expected was the whole field in quotes"),
        NO_LAST_LINE_END("its last record does not end, expected was CR LF");

        private final String what;

        Flaw(String what) {
            this.what = what;
        }
    }

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final String file;
    private final Discrepancies found;
    private final Set<Flaw> said = EnumSet.noneOf(Flaw.class);
    private Place place = Place.FIELD_START;
    private boolean recordEnded = true;
    private boolean afterCr;
    private long line = 1;
    private int markBytes;
    private boolean atStart = true;

    CsvLayout(String file, Discrepancies found) {
        this.file = file;
        this.found = found;
    }

    void accept(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (atStart) {
                lookForMark(b & 0xFF);
            }
            if (isOrdinary(b) && isInField()) {
                afterCr = false;
            } else {
                step(b);
                countLine(b);
            }
        }
    }

    void end() {
        if (place == Place.AFTER_CR) {
            say(Flaw.LONE_CR, line - 1);
        } else if (!recordEnded) {
            say(Flaw.NO_LAST_LINE_END, line);
        }
    }

    /** Most bytes are: none of them ends a field, a record or a line. */
    private static boolean isOrdinary(byte b) {
        return b > ',' || b < 0 || b == ' ';
    }

    /** Says whether an ordinary byte changes nothing, or only that a field has begun. */
    private boolean isInField() {
        if (place == Place.FIELD_START) {
            place = Place.UNQUOTED;
            recordEnded = false;
        }
        return place == Place.UNQUOTED || place == Place.QUOTED;
    }

    private void step(byte b) {
        if (place == Place.AFTER_CR) {
            place = Place.FIELD_START;
            recordEnded = true;
            if (b == '\n') {
                return;
            }
            say(Flaw.LONE_CR, line - 1);
        }
        recordEnded = false;
        if (place == Place.QUOTED) {
            if (b == '"') {
                place = Place.AFTER_QUOTE;
            }
            return;
        }
        switch (b) {
            case '\r' -> place = Place.AFTER_CR;
            case '\n' -> {
                say(Flaw.LONE_LF, line);
                place = Place.FIELD_START;
                recordEnded = true;
            }
            case ',' -> place = Place.FIELD_START;
            case '"' -> quote();
            default -> {
                if (place == Place.AFTER_QUOTE) {
                    say(Flaw.STRAY_QUOTE, line);
                }
                place = Place.UNQUOTED;
            }
        }
    }

    private void quote() {
        if (place == Place.UNQUOTED) {
            say(Flaw.STRAY_QUOTE, line);
        } else {
            place = Place.QUOTED;
        }
    }

    private void countLine(byte b) {
        if (b == '\r' || (b == '\n' && !afterCr)) {
            line++;
        }
        afterCr = b == '\r';
    }

    private void lookForMark(int b) {
        if (b != BYTE_ORDER_MARK[markBytes]) {
            atStart = false;
        } else if (++markBytes == BYTE_ORDER_MARK.length) {
            say(Flaw.BYTE_ORDER_MARK, 1);
            atStart = false;
        }
    }

    private void say(Flaw flaw, long where) {
        if (said.add(flaw)) {
            found.add(file, where, flaw.what);
        }
    }
}
