package dev.cpor.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of one feed file, read while they are asked for; only one is in memory at a time. */
public final class FeedRows implements Iterator<FeedRow>, AutoCloseable {
    private final FeedFile file;
    private final RowHandler handler;
    private final CloseableIterator<FeedRow> rows;

    FeedRows(FeedFile file, RowHandler handler, CsvReader<FeedRow> reader) {
        this.file = file;
        this.handler = handler;
        this.rows = reader.iterator();
    }

    /**
     * Says whether there is one more row.
     *
     * @throws ClearFailure if the file cannot be read on, which a file that was found readable does only when it changed
     */
    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (RuntimeException e) {
            throw new ClearFailure(
                    "The feed file %s changed while it was read: %s Leave files alone while a night runs, and run it again."
                            .formatted(file.path(), troubleOf(e)),
                    e);
        }
    }

    /** Returns the next row; see {@link #hasNext()}. */
    @Override
    public FeedRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The feed file " + file.path() + " has no more rows.");
        }
        return rows.next();
    }

    /** Closes the file. */
    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String troubleOf(RuntimeException thrown) {
        try {
            return Trouble.of(thrown, handler, file.path());
        } catch (IOException e) {
            return "its bytes cannot be read (" + e + ").";
        }
    }
}
