package dev.cpor.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file apart: the first record is the header, the others go to the subclass, empty lines to nobody. A line of
 * {@code ""} is no empty line but a record with one empty field.
 *
 * @param <T> what the subclass makes of a record
 */
abstract class RecordHandler<T> extends AbstractBaseCsvCallbackHandler<T> {
    /** The most that a record may have, in UTF-16 units; far more than any row that could be valid. */
    static final int MAX_RECORD = 1 << 24;

    private static final int MAX_COLUMNS = 100;

    private final Feed feed;
    private final List<String> names = new ArrayList<>();
    private @Nullable Header header;
    private int size;
    private long fieldLine = 1;

    RecordHandler(Feed feed) {
        this.feed = feed;
    }

    /** Returns the line in which the field begins that is being read. */
    final long fieldLine() {
        return fieldLine;
    }

    /** Says whether the header was read. */
    final boolean hasHeader() {
        return header != null;
    }

    /** Takes one field of a record after the header. */
    abstract void field(Header header, int index, char[] buffer, int offset, int length, boolean quoted);

    /**
     * Makes something of the record whose fields were taken.
     *
     * @return null to go on with the next record at once
     */
    abstract @Nullable T record(Header header, long line, int fields);

    @Override
    protected final void handleBegin(long line) {
        size = 0;
        fieldLine = line;
    }

    @Override
    protected final void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        size += length + 1;
        if (size > MAX_RECORD) {
            throw new UnreadableFile(
                    "the record that begins in line %d has more than %d characters; close its quote or split it."
                            .formatted(getStartingLineNumber(), MAX_RECORD));
        }
        if (quoted) {
            fieldLine += lineBreaks(buffer, offset, length);
        }
        if (header != null) {
            field(header, index, buffer, offset, length, quoted);
        } else if (index < MAX_COLUMNS) {
            names.add(new String(buffer, offset, length));
        }
    }

    @Override
    protected final void handleEmpty() {
        if (header == null) {
            throw new UnreadableFile(
                    "line 1 is empty; it must be the header, with the columns %s.".formatted(feed.columnNames()));
        }
    }

    @Override
    protected final @Nullable T buildRecord() {
        if (header == null) {
            header = Header.of(feed, names);
            return null;
        }
        if (getRecordType() == RecordType.EMPTY) {
            return null;
        }
        return record(header, getStartingLineNumber(), getFieldCount());
    }

    /** Counts as the parser does: a carriage return, a line feed, or both together. */
    private static int lineBreaks(char[] buffer, int offset, int length) {
        int count = 0;
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\r' || (buffer[i] == '\n' && (i == offset || buffer[i - 1] != '\r'))) {
                count++;
            }
        }
        return count;
    }
}
