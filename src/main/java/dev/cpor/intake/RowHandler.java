package dev.cpor.intake;

import dev.cpor.domain.Refusal;
import dev.cpor.domain.RejectCode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a {@link FeedRow} of each record but the first few. */
final class RowHandler extends RecordHandler<FeedRow> {
    /**
     * The longest record that is taken as a row, in UTF-16 units: far more than any row that could be valid, and kept as JSON it
     * still fits into a column and a packet of the database, 16 MiB each.
     */
    static final int LONGEST = 1 << 20;

    private static final int ROOM = 1 << 12;

    private final Feed feed;
    private final String[] fields;
    private long toSkip;
    private StringBuilder raw = new StringBuilder(ROOM);

    /** @param toSkip how many records after the header to pass over */
    RowHandler(Feed feed, long toSkip) {
        super(feed);
        this.feed = feed;
        this.toSkip = toSkip;
        this.fields = new String[feed.columns().size()];
        Arrays.fill(fields, "");
    }

    @Override
    void field(Header header, int index, char[] buffer, int offset, int length, boolean quoted) {
        if (toSkip > 0) {
            return;
        }
        String field = length == 0 ? "" : new String(buffer, offset, length);
        if (index > 0) {
            raw.append(',');
        }
        Text.appendField(raw, field, quoted);
        if (index < header.size()) {
            fields[header.position(index)] = field;
        }
    }

    @Override
    @Nullable
    FeedRow record(Header header, long line, int count) {
        if (toSkip > 0) {
            toSkip--;
            return null;
        }
        List<String> values = List.of(fields);
        FeedRow row = new FeedRow(line, feed.key(values), values, kept(), misfit(header, count));
        Arrays.fill(fields, "");
        if (raw.length() > ROOM) {
            raw = new StringBuilder(ROOM);
        }
        raw.setLength(0);
        return row;
    }

    private String kept() {
        if (raw.length() <= LONGEST) {
            return raw.toString();
        }
        return raw.substring(0, Character.isHighSurrogate(raw.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private @Nullable Refusal misfit(Header header, int count) {
        if (raw.length() > LONGEST) {
            return new Refusal(
                    RejectCode.TOO_LONG,
                    "The row has %d characters, expected at most %d; shorten it.".formatted(raw.length(), LONGEST));
        }
        return count == header.size()
                ? null
                : new Refusal(
                        RejectCode.WRONG_NUMBER_OF_FIELDS,
                        ("The row has %d fields, but the header has %d columns; put commas between all fields, and quotes"
                                        + " around a field that holds a comma, a quote or a line break.")
                                .formatted(count, header.size()));
    }
}
