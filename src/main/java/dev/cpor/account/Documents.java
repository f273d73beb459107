package dev.cpor.account;

import dev.cpor.account.Document.Part;
import dev.cpor.payout.FormulaDefence;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.TablePage;
import dev.cpor.report.Tables;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes documents down. */
public final class Documents {
    private static final String PART = "part";
    private static final JsonMapper JSON = JsonMapper.shared();

    private Documents() {}

    /**
     * Writes a document down. CSV is for spreadsheets too: text that they would take for a formula gets a leading {@code '},
     * as in an extract.
     *
     * @param out flushed at the end and not closed
     * @throws UncheckedIOException when the writer fails
     */
    public static void write(Document document, DocumentFormat format, Writer out) {
        try {
            switch (format) {
                case TABLE -> table(document, out);
                case CSV -> csv(document, out);
                case JSON -> json(document, out);
                case HTML -> out.write(page(document));
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void table(Document document, Writer out) throws IOException {
        out.write(document.title() + "\n" + document.lead() + "\n");
        if (!document.attention().isEmpty()) {
            out.write("\nNeeds attention\n");
            for (String sentence : document.attention()) {
                out.write("  " + sentence + "\n");
            }
        } else if (!document.calm().isEmpty()) {
            out.write(document.calm() + "\n");
        }
        for (Part part : document.parts()) {
            if (!part.isEmpty()) {
                out.write("\n" + part.heading() + "\n");
                List<Integer> shown = part.shown();
                Tables.write(
                        OutputFormat.TABLE,
                        shown.stream().map(part.columns()::get).toList(),
                        part.rows().stream().limit(document.longest()).map(row -> picked(row, shown)),
                        out);
                String more = more(part, document.longest());
                out.write(more.isEmpty() ? "" : more + "\n");
            }
        }
    }

    private static List<@Nullable Object> picked(List<@Nullable Object> row, List<Integer> shown) {
        List<@Nullable Object> picked = new ArrayList<>();
        shown.forEach(at -> picked.add(row.get(at)));
        return picked;
    }

    private static String more(Part part, int longest) {
        int more = part.rows().size() - longest;
        return more > 0 ? String.format(Locale.ROOT, "… and %,d more, which --format csv shows.", more) : "";
    }

    private static void csv(Document document, Writer out) {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(PART, Column.text(PART));
        for (Part part : document.parts()) {
            part.columns().forEach(column -> columns.putIfAbsent(column.name(), column));
        }
        List<String> names = List.copyOf(columns.keySet());
        Stream<List<@Nullable Object>> rows =
                document.parts().stream().flatMap(part -> part.rows().stream().map(row -> wide(part, row, names)));
        Tables.write(OutputFormat.CSV, List.copyOf(columns.values()), rows, out);
    }

    /** A row of one table in the columns of all. */
    private static List<@Nullable Object> wide(Part part, List<@Nullable Object> row, List<String> names) {
        List<@Nullable Object> wide = new ArrayList<>(Collections.nCopies(names.size(), null));
        wide.set(0, part.key());
        for (int i = 0; i < row.size(); i++) {
            Object cell = row.get(i);
            wide.set(
                    names.indexOf(part.columns().get(i).name()),
                    cell instanceof String text ? FormulaDefence.written(text) : cell);
        }
        return wide;
    }

    private static void json(Document document, Writer out) throws IOException {
        List<String> members = new ArrayList<>();
        document.facts().forEach((key, value) -> members.add(member(key, JSON.writeValueAsString(value))));
        for (Part part : document.parts()) {
            StringWriter rows = new StringWriter();
            Tables.write(OutputFormat.JSON, part.columns(), part.rows().stream(), rows);
            members.add(member(part.key(), rows.toString().strip()));
        }
        out.write("{\n" + String.join(",\n", members) + "\n}\n");
    }

    private static String member(String key, String json) {
        return JSON.writeValueAsString(key) + ": " + json;
    }

    private static String page(Document document) {
        return TablePage.render(
                document.title(),
                document.lead(),
                document.attention(),
                document.calm(),
                document.parts().stream()
                        .filter(part -> !part.isEmpty())
                        .map(part -> new TablePage.Section(
                                part.heading(),
                                part.shown().stream().map(part.columns()::get).toList(),
                                part.rows().stream()
                                        .limit(document.longest())
                                        .map(row -> part.shown().stream()
                                                .map(at -> cell(part, row, at))
                                                .toList())
                                        .toList(),
                                more(part, document.longest())))
                        .toList());
    }

    /** Returns a cell with those that stand below it; numbers among these with their names. */
    private static String cell(Part part, List<@Nullable Object> row, int at) {
        StringBuilder cell = new StringBuilder(shown(row.get(at)));
        for (int below : part.below(at)) {
            Column column = part.columns().get(below);
            String text = shown(row.get(below));
            if (!text.isEmpty()) {
                cell.append('\n').append(column.isNumber() ? named(column, text) : text);
            }
        }
        return cell.toString();
    }

    private static String named(Column column, String number) {
        return column.name().endsWith("_usd") ? number + " USD" : column.name() + " " + number;
    }

    /** Returns a cell as people read it: numbers with thousands separators, exactly. */
    private static String shown(@Nullable Object cell) {
        if (cell instanceof BigDecimal number) {
            return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
        }
        if (cell instanceof Long || cell instanceof Integer) {
            return String.format(Locale.ROOT, "%,d", ((Number) cell).longValue());
        }
        return cell == null ? "" : cell.toString();
    }
}
