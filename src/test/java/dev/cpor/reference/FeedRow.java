package dev.cpor.reference;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One record of a feed as text.
 *
 * @param line the physical line on which the record begins, the header being 1
 * @param whole whether the record has as many fields as the header
 */
record FeedRow(FeedKind kind, String file, int line, Map<String, String> values, boolean whole) {

    String get(String column) {
        return values.getOrDefault(column, "");
    }

    /** The values of a field that holds several, separated by semicolons. */
    Set<String> list(String column) {
        return get(column).isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(Arrays.asList(get(column).split(";", -1)));
    }

    /** What the row is called in a list of rejects, such as {@code C-1/2} for a line. */
    String id() {
        return kind.keyColumns().stream().map(this::get).collect(Collectors.joining("/"));
    }

    /** When the row has its turn; only for claims, events and disputes that are well-formed. */
    Instant instant() {
        return OffsetDateTime.parse(get(kind.instantColumn())).toInstant();
    }

    /** Whether the other row says the same in every column, compared as text. */
    boolean sameContent(FeedRow other) {
        return kind == other.kind
                && kind.columns.stream().allMatch(column -> get(column).equals(other.get(column)));
    }
}
