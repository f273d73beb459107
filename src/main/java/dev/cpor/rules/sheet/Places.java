package dev.cpor.rules.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the place that each cell has in its file, row after row from the first to the last. */
final class Places {
    private final SheetText sheet;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Places(SheetText sheet) {
        this.sheet = sheet;
        this.text = sheet.text();
    }

    /** A line of the file and a character of that line, both from 1. */
    record Place(int line, int column) {}

    /**
     * Where the cells of a row begin.
     *
     * @param wrong what is wrong with the quotes of the row, null for nothing
     */
    record Row(List<Place> cells, SheetRow.@Nullable Wrong wrong) {}

    /**
     * Returns where the cells of a row begin.
     *
     * @param start the line of the text that the row begins with, from 1, behind that of every row that was asked for before
     */
    Row row(int start) {
        while (line < start && !atEnd()) {
            step();
        }
        List<Place> cells = new ArrayList<>();
        SheetRow.Wrong wrong = null;
        boolean more = true;
        while (more) {
            Place place = place();
            cells.add(place);
            if (looksAt("\"")) {
                SheetRow.Wrong found = skipQuoted(place);
                wrong = wrong == null ? found : wrong;
            }
            while (!atEndOfCell()) {
                step();
            }
            more = !atEnd() && text.charAt(at) == sheet.separator();
            step();
        }
        return new Row(cells, wrong);
    }

    /** Returns the place at which nothing was read yet. */
    Place place() {
        return new Place(line + sheet.skipped(), at - lineStart + 1);
    }

    private boolean atEndOfCell() {
        return atEnd() || looksAt("\n") || looksAt("\r") || text.charAt(at) == sheet.separator();
    }

    private SheetRow.@Nullable Wrong skipQuoted(Place from) {
        step();
        while (!atEnd() && (!looksAt("\"") || looksAt("\"\""))) {
            if (looksAt("\"\"")) {
                step();
            }
            step();
        }
        if (atEnd()) {
            return new SheetRow.Wrong(
                    from.line(), from.column(), "a quote in this row is never closed; close it, or remove it");
        }
        step();
        Place behind = place();
        return atEndOfCell()
                ? null
                : new SheetRow.Wrong(
                        behind.line(),
                        behind.column(),
                        "a quote closes the text before it ends; write each quote inside a text twice, or remove it");
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
