package dev.cpor.rules.scenario;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of scenarios: what is written for one claim line.
 *
 * @param start where the row begins
 * @param cells those that hold something
 */
record Row(Cell start, Map<Column, Cell> cells) {

    /** Returns null where the cell is empty or there is no such column. */
    @Nullable
    Cell cell(Column column) {
        return cells.get(column);
    }

    /** Returns the text of a cell, empty where there is none. */
    String text(Column column) {
        Cell cell = cells.get(column);
        return cell == null ? "" : cell.text();
    }

    /** Returns the cell, or the beginning of the row where it holds nothing: where to write what is missing. */
    Cell place(Column column) {
        Cell cell = cells.get(column);
        return cell == null ? start : cell;
    }

    /** Returns this row with one more cell, where it has none in that column. */
    Row or(Column column, Cell cell) {
        Map<Column, Cell> more = new EnumMap<>(Column.class);
        more.put(column, cell);
        more.putAll(cells);
        return new Row(start, more);
    }
}
