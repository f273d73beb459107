package dev.cpor.rules.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param line the line of the file that it begins with, from 1
 * @param cells in their order, at least one
 * @param wrong what keeps the row from being read for certain, null where nothing does
 */
public record SheetRow(int line, List<Cell> cells, @Nullable Wrong wrong) {

    /**
     * What is wrong with the quotes of a row.
     *
     * @param line the line of the file, from 1
     * @param column the character of the line, from 1
     * @param what what was found, and what to do; without a full stop
     */
    public record Wrong(int line, int column, String what) {}

    /**
     * What stands in one place of a table.
     *
     * @param line the line of the file, from 1
     * @param column the character of the line that the cell begins with, from 1
     * @param text without white space around it
     */
    public record Cell(int line, int column, String text) {
        /** Says whether nothing stands there. */
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /** Says whether nothing stands in any of its cells. */
    public boolean isEmpty() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
