package dev.cpor.reference;

import java.util.List;
import java.util.stream.Collectors;

/** Writes one CSV record without a line end; a field is quoted where it needs to be. */
final class CsvLine {

    private CsvLine() {}

    static String of(List<String> fields) {
        return fields.stream().map(CsvLine::field).collect(Collectors.joining(","));
    }

    private static String field(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
