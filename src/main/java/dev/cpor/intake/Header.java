package dev.cpor.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The header of one file: which of the feed's columns stands where. */
final class Header {
    private final Feed feed;
    private final List<Integer> positions;
    private final int timeField;

    private Header(Feed feed, List<Integer> positions) {
        this.feed = feed;
        this.positions = positions;
        @Nullable String column = feed.timeColumn();
        this.timeField = column == null ? -1 : positions.indexOf(feed.position(column));
    }

    /**
     * Reads the names of a header.
     *
     * @throws UnreadableFile if a column is unknown, there twice, or missing although it is required
     */
    static Header of(Feed feed, List<String> names) {
        List<Integer> positions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            int position = feed.position(name);
            if (position < 0) {
                throw new UnreadableFile("the header has the unknown column %s; the columns of a %s file are %s."
                        .formatted(Text.shown(name), feed.prefix(), feed.columnNames()));
            }
            if (!seen.add(name)) {
                throw new UnreadableFile(
                        "the header has the column %s twice; leave each column in it once.".formatted(name));
            }
            positions.add(position);
        }
        String missing = feed.columns().stream()
                .filter(column -> !column.optional() && !seen.contains(column.name()))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new UnreadableFile("the header lacks %s, which every file %s* must have; add it, in any order."
                    .formatted(missing, feed.prefix()));
        }
        return new Header(feed, positions);
    }

    Feed feed() {
        return feed;
    }

    /** Returns how many fields a record of this file has. */
    int size() {
        return positions.size();
    }

    /** Returns the place in {@link Feed#columns()} of a field of this file. */
    int position(int field) {
        return positions.get(field);
    }

    /** Returns which field of a record says when it occurred, or -1 when the feed has no such column. */
    int timeField() {
        return timeField;
    }
}
