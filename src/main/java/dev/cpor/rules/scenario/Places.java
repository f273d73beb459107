package dev.cpor.rules.scenario;

import java.util.ArrayList;
import java.util.List;

/** Finds the place that each cell of a record has in its file. */
final class Places {
    private final SheetText sheet;
    private final String text;
    private int at;
    private int line;
    private int lineStart;

    private Places(SheetText sheet) {
        this.sheet = sheet;
        this.text = sheet.text();
        this.line = 1;
    }

    /** A line of the file and a character of that line, both from 1. */
    record Place(int line, int column) {}

    /**
     * Returns where each cell of a record begins; nothing where a quote is never closed.
     *
     * @param line the line of the text that the record begins with, from 1
     */
    static List<Place> of(SheetText sheet, int line) {
        Places places = new Places(sheet);
        while (places.line < line && !places.atEnd()) {
            places.step();
        }
        return places.cells();
    }

    private List<Place> cells() {
        List<Place> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(new Place(line + sheet.skipped(), at - lineStart + 1));
            if (looksAt("\"") && !skipQuoted()) {
                return List.of();
            }
            while (!atEnd() && !looksAt("\n") && !looksAt("\r") && text.charAt(at) != sheet.separator()) {
                step();
            }
            more = !atEnd() && text.charAt(at) == sheet.separator();
            step();
        }
        return cells;
    }

    /** Returns false where the quote is never closed. */
    private boolean skipQuoted() {
        step();
        while (!atEnd() && (!looksAt("\"") || looksAt("\"\""))) {
            if (looksAt("\"\"")) {
                step();
            }
            step();
        }
        boolean closed = !atEnd();
        step();
        return closed;
    }

    private void step() {
        if (atEnd()) {
            return;
        }
        boolean lineEnds = looksAt("\n") || (looksAt("\r") && !text.startsWith("\n", at + 1));
        at++;
        if (lineEnds) {
            line++;
            lineStart = at;
        }
    }

    private boolean looksAt(String what) {
        return text.startsWith(what, at);
    }

    private boolean atEnd() {
        return at >= text.length();
    }
}
