package dev.cpor.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A feed file as rows, or the reason why it is refused whole. */
final class FeedFile {

    private FeedFile() {}

    static List<FeedRow> read(FeedKind kind, String name, byte[] bytes) throws CsvText.Unreadable {
        List<CsvText.Record> records = CsvText.parse(bytes);
        if (records.isEmpty()) {
            throw new CsvText.Unreadable("no header");
        }
        List<String> header = records.get(0).fields();
        for (String column : header) {
            if (!kind.columns.contains(column)) {
                throw new CsvText.Unreadable("unknown column " + column);
            }
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw new CsvText.Unreadable("a column twice");
        }
        // A column that may be empty may be absent, too: only "a missing required one" is refused.
        for (String column : kind.required) {
            if (!header.contains(column)) {
                throw new CsvText.Unreadable("missing column " + column);
            }
        }
        List<FeedRow> rows = new ArrayList<>();
        for (CsvText.Record entry : records.subList(1, records.size())) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(header.size(), entry.fields().size()); i++) {
                values.put(header.get(i), entry.fields().get(i));
            }
            boolean whole = entry.fields().size() == header.size();
            rows.add(new FeedRow(kind, name, entry.line(), values, whole));
        }
        return rows;
    }
}
