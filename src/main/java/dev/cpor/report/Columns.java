package dev.cpor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of the summary whose cells stand one under the other. */
final class Columns {
    private static final String BETWEEN = "  ";

    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param alignment one {@code l} or {@code r} for each column */
    Columns(String alignment) {
        this.alignment = alignment;
    }

    Columns row(String... cells) {
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(i -> Visible.text(cells[i]))
                .toList());
        return this;
    }

    /** Returns the lines without trailing spaces. */
    List<String> lines() {
        int[] widths = IntStream.range(0, alignment.length())
                .map(i -> rows.stream()
                        .mapToInt(row -> Visible.width(row.get(i)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - Visible.width(row.get(i)));
            line.append(i == 0 ? "" : BETWEEN);
            line.append(alignment.charAt(i) == 'r' ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
