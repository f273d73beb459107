package dev.cpor.report;

import dev.cpor.domain.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints rows as a table, as CSV or as JSON. */
public final class Tables {
    private Tables() {}

    /**
     * Writes all rows. CSV and JSON are written while the rows are read and keep every character; a table is built in
     * memory, and control characters in it are made visible. A null is an empty cell, in JSON {@code null}. Numbers and
     * booleans are such in JSON; everything else is its text, a {@link Money} for example {@code 12.50 EUR}.
     *
     * @param rows each with as many cells as there are columns; closed at the end
     * @param out flushed at the end and not closed
     * @throws UncheckedIOException when the writer fails
     */
    public static void write(
            OutputFormat format, List<Column> columns, Stream<? extends List<@Nullable Object>> rows, Writer out) {
        try (rows) {
            Stream<List<@Nullable Object>> checked = rows.map(row -> checked(columns, row));
            switch (format) {
                case TABLE -> out.write(TextTable.render(columns, checked));
                case CSV -> RowsAsCsv.write(columns, checked, out);
                case JSON -> RowsAsJson.write(columns, checked, out);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns cells as one row; a cell may be null. */
    public static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    /** Returns the text of a cell as CSV shows it. */
    static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (cell instanceof Money money) {
            return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
        }
        return cell.toString();
    }

    private static List<@Nullable Object> checked(List<Column> columns, List<@Nullable Object> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row has %d cells, but there are %d columns.".formatted(row.size(), columns.size()));
        }
        return row;
    }
}
