package dev.cpor.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two CSV texts line by line, by the first column, and tells the first differences so that one can find out why. */
final class Differences {

    private final int limit;
    private final Function<String, List<String>> storyOf;

    /**
     * @param limit how many differences are told in full
     * @param storyOf what happened to a key, such as {@link ReferenceNights#feedLog}
     */
    Differences(int limit, Function<String, List<String>> storyOf) {
        this.limit = limit;
        this.storyOf = storyOf;
    }

    /**
     * Compares two lists of CSV lines, header first; lines may be in any order, and none may come twice.
     *
     * @return an empty text when they say the same, else a readable report
     */
    String between(List<String> expected, List<String> actual) {
        List<String> header = fields(expected.get(0));
        if (actual.isEmpty() || !header.equals(fields(actual.get(0)))) {
            return "header: expected " + header + " but found " + (actual.isEmpty() ? "nothing" : actual.get(0));
        }
        Map<String, List<String>> wanted = byKey(expected);
        Map<String, List<String>> found = byKey(actual);
        List<String> told = new ArrayList<>();
        if (wanted.size() != expected.size() - 1 || found.size() != actual.size() - 1) {
            told.add("a key comes twice: %d keys in %d expected lines, %d keys in %d found lines"
                    .formatted(wanted.size(), expected.size() - 1, found.size(), actual.size() - 1));
        }
        TreeSet<String> keys = new TreeSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        int count = 0;
        for (String key : keys) {
            String difference = difference(header, wanted.get(key), found.get(key));
            if (!difference.isEmpty() && ++count <= limit) {
                told.add(key + ": " + difference + "\n    " + String.join("\n    ", storyOf.apply(key)));
            }
        }
        if (count > limit) {
            told.add("and " + (count - limit) + " more of " + keys.size());
        }
        return String.join("\n", told);
    }

    private static String difference(List<String> header, @Nullable List<String> wanted, @Nullable List<String> found) {
        if (wanted == null || found == null) {
            return wanted == null ? "not expected, but found " + found : "expected " + wanted + ", but not found";
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            String left = i < wanted.size() ? wanted.get(i) : "nothing";
            String right = i < found.size() ? found.get(i) : "nothing";
            if (!left.equals(right)) {
                String column = i < header.size() ? header.get(i) : "column " + (i + 1);
                differences.add("%s: expected <%s> but found <%s>".formatted(column, left, right));
            }
        }
        return String.join(", ", differences);
    }

    private static Map<String, List<String>> byKey(List<String> lines) {
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            byKey.put(fields.get(0), fields);
        }
        return byKey;
    }

    private static List<String> fields(String line) {
        try {
            List<CsvText.Record> records = CsvText.parse(line.getBytes(StandardCharsets.UTF_8));
            return records.isEmpty() ? List.of("") : records.get(0).fields();
        } catch (CsvText.Unreadable e) {
            return List.of(line);
        }
    }
}
