package dev.cpor.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders rows as CSV in the many ways that say the same: order of columns, line ends, byte order mark, quotes. */
final class FeedText {

    /** Marks a row that gets a field more than the header has. */
    static final String ONE_TOO_MANY = "+";

    /** Marks a row that lacks its last field. */
    static final String ONE_TOO_FEW = "-";

    private FeedText() {}

    /** One rendering by chance; the key columns stay in front, so that a row that is too short still shows its key. */
    static String of(Dice dice, FeedKind kind, List<Map<String, String>> rows) {
        List<String> columns = columns(dice, kind, rows);
        boolean quoteAll = dice.chance(15);
        String end = dice.chance(80) ? "\r\n" : "\n";
        String text = record(columns, quoteAll)
                + rows.stream()
                        .map(row -> end + record(fields(columns, row), quoteAll))
                        .collect(Collectors.joining());
        return (dice.chance(10) ? "\uFEFF" : "") + text + (dice.chance(85) ? end : "");
    }

    private static List<String> columns(Dice dice, FeedKind kind, List<Map<String, String>> rows) {
        List<String> others = new ArrayList<>(kind.columns);
        others.removeAll(kind.keyColumns());
        if (dice.chance(30)) {
            dice.shuffle(others);
        }
        if (dice.chance(50)) {
            // A column that may be empty need not be there when nothing stands in it.
            others.removeIf(column -> !kind.required.contains(column)
                    && rows.stream()
                            .allMatch(row -> row.getOrDefault(column, "").isEmpty()));
        }
        List<String> columns = new ArrayList<>(kind.keyColumns());
        columns.addAll(others);
        return columns;
    }

    private static List<String> fields(List<String> columns, Map<String, String> row) {
        List<String> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(row.getOrDefault(column, "")));
        if (row.containsKey(ONE_TOO_MANY)) {
            fields.add("too many");
        } else if (row.containsKey(ONE_TOO_FEW)) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    private static String record(List<String> fields, boolean quoteAll) {
        return quoteAll
                ? fields.stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                : CsvLine.of(fields);
    }
}
