package dev.cpor.account;

import dev.cpor.report.Column;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is told to somebody, as text that still has to be written down.
 *
 * @param title what it is
 * @param lead what of, and what has to be known of it, in one or two sentences
 * @param facts the same for programs, by key
 * @param attention what somebody should look at, one sentence each; empty when there is nothing
 * @param calm the sentence that stands in its place then; empty where nothing needs to be said
 * @param parts its tables
 * @param longest how many rows of a table people are shown; files for programs hold all
 */
public record Document(
        String title,
        String lead,
        Map<String, @Nullable Object> facts,
        List<String> attention,
        String calm,
        List<Part> parts,
        int longest) {

    /**
     * A table.
     *
     * @param key what programs call it
     * @param heading what people call it
     * @param rows each with as many cells as there are columns
     * @param under columns that a page shows below another, and a terminal not at all, by the name of that other
     */
    public record Part(
            String key,
            String heading,
            List<Column> columns,
            List<List<@Nullable Object>> rows,
            Map<String, List<String>> under) {

        /** Takes a table all of whose columns are shown beside each other. */
        public Part(String key, String heading, List<Column> columns, List<List<@Nullable Object>> rows) {
            this(key, heading, columns, rows, Map.of());
        }

        /** Returns the places of the columns that are shown beside each other. */
        List<Integer> shown() {
            List<String> hidden = under.values().stream().flatMap(List::stream).toList();
            return IntStream.range(0, columns.size())
                    .filter(at -> !hidden.contains(columns.get(at).name()))
                    .boxed()
                    .toList();
        }

        /** Returns the places of the columns below one that is shown. */
        List<Integer> below(int column) {
            return under.getOrDefault(columns.get(column).name(), List.of()).stream()
                    .map(name -> columns.stream().map(Column::name).toList().indexOf(name))
                    .toList();
        }

        boolean isEmpty() {
            return rows.isEmpty();
        }
    }
}
