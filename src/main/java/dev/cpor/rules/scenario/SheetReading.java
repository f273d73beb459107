package dev.cpor.rules.scenario;

import dev.cpor.domain.Suggestion;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.sheet.SheetRow;
import dev.cpor.rules.sheet.SheetRows;
import dev.cpor.rules.sheet.SheetText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file whose columns are found by their headings. */
final class SheetReading {
    private static final Pattern SEPARATED = Pattern.compile("[,;\t]");

    private final String file;
    private final List<Problem> problems;
    private final List<Row> rows = new ArrayList<>();
    private List<@Nullable Column> columns = List.of();
    private boolean headless;

    private SheetReading(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Returns the rows that hold something.
     *
     * @param file the path relative to the rules folder
     * @param problems is added what cannot be read
     */
    static List<Row> read(String file, byte[] bytes, List<Problem> problems) {
        SheetReading reading = new SheetReading(file, problems);
        SheetText sheet = SheetText.of(bytes);
        if (sheet == null) {
            problems.add(new Cell(file, 1, 1, "")
                    .problem("this is not UTF-8; in the spreadsheet program, save it as \"CSV UTF-8\""));
            return List.of();
        }
        reading.read(sheet);
        return reading.rows;
    }

    private void read(SheetText sheet) {
        for (SheetRow row : SheetRows.of(sheet)) {
            SheetRow.Wrong wrong = row.wrong();
            if (wrong != null) {
                problems.add(new Cell(file, wrong.line(), wrong.column(), "").problem(wrong.what()));
            } else if (!row.isEmpty()) {
                take(
                        row.cells().stream()
                                .map(cell -> new Cell(file, cell.line(), cell.column(), cell.text()))
                                .toList(),
                        sheet.separator());
            }
        }
    }

    private void take(List<Cell> cells, char separator) {
        Cell first = cells.get(0);
        if (isHeader(cells)) {
            columns = columns(cells);
        } else if (columns.isEmpty()) {
            if (!headless) {
                headless = true;
                problems.add(first.problem("the first line must name the columns, at least case and expect; known are "
                        + String.join(", ", Column.headings())));
            }
        } else if (cells.size() == 1
                && columns.size() > 1
                && SEPARATED.matcher(first.text()).find()) {
            problems.add(first.problem(
                    "the cells of this row are separated otherwise than those of the first line, by \"%s\"; use the same for all"
                            .formatted(separator == '\t' ? "tab" : separator)));
        } else {
            rows.add(row(cells));
        }
    }

    /** Headings may come again further down, where what another command printed was added. */
    private static boolean isHeader(List<Cell> cells) {
        return cells.stream().anyMatch(cell -> Column.of(cell.text()) == Column.CASE)
                && cells.stream().anyMatch(cell -> Column.of(cell.text()) == Column.EXPECT);
    }

    private List<@Nullable Column> columns(List<Cell> header) {
        List<@Nullable Column> found = new ArrayList<>();
        for (Cell cell : header) {
            Column column = Column.of(cell.text());
            if (column == null && !cell.isEmpty()) {
                problems.add(cell.problem("the column \"%s\" is unknown%s; known are %s"
                        .formatted(
                                cell.text(),
                                Suggestion.among(Column.headings(), cell.text()),
                                String.join(", ", Column.headings()))));
            } else if (column != null && found.contains(column)) {
                problems.add(cell.problem(
                        "the column %s is there already; keep one of the two".formatted(column.heading())));
            }
            found.add(column);
        }
        return found;
    }

    private Row row(List<Cell> cells) {
        Map<Column, Cell> values = new EnumMap<>(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Column column = i < columns.size() ? columns.get(i) : null;
            if (!cell.isEmpty() && column != null) {
                values.put(column, new Cell(cell.file(), cell.line(), cell.column(), unguarded(cell.text())));
            } else if (!cell.isEmpty() && i >= columns.size()) {
                problems.add(cell.problem("\"%s\" stands under no column; remove it, or write a heading above it"
                        .formatted(cell.text())));
            }
        }
        return new Row(cells.get(0), values);
    }

    /** An apostrophe keeps a spreadsheet program from taking a text for a formula. */
    static String unguarded(String text) {
        return text.matches("(?s)'[=+\\-@].*") ? text.substring(1) : text;
    }
}
