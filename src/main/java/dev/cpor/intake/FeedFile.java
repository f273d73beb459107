package dev.cpor.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.cpor.digest.Sha256;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import dev.cpor.intake.Inspection.Readable;
import dev.cpor.intake.Inspection.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of a feed: CSV after RFC 4180 in UTF-8, with or without a byte order mark; lines may end in any of the usual
 * ways. Empty lines are passed over; a quote within an unquoted field is part of its text.
 *
 * @param path where it lies
 * @param feed what it holds
 */
public record FeedFile(Path path, Feed feed) {
    /** The most that one field may have, in UTF-16 units: where a forgotten quote is given up. */
    static final int MAX_FIELD = 1 << 22;

    /** Returns the file's name without its folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Returns the SHA-256 over all bytes of the file, 64 lower-case hex digits; null when they cannot be read. */
    public @Nullable String sha256() {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), Sha256.digest())) {
            return sha256(in);
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns how many bytes the file has, 0 when it cannot be looked at. */
    public long bytes() {
        return path.toFile().length();
    }

    /**
     * Reads the whole file once, as a stream, and says whether it can be read.
     *
     * @param calendar says on which day a row occurred
     */
    public Inspection inspect(BusinessCalendar calendar) {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), Sha256.digest())) {
            InspectionHandler handler = new InspectionHandler(feed, calendar);
            @Nullable String trouble = troubleOf(in, handler);
            String sha256 = sha256(in);
            return trouble == null
                    ? new Readable(sha256, handler.rows(), handler.latestDay())
                    : new Unreadable(sha256, name() + ": " + trouble);
        } catch (IOException e) {
            return new Unreadable(
                    null,
                    "%s: the file cannot be opened or read (%s); let this user read it."
                            .formatted(name(), IoReason.of(e)));
        }
    }

    /**
     * Reads the rows of a file that was found readable, as a stream. Close it.
     *
     * @param skipRecords how many records after the header to pass over, so that a stopped intake can go on
     * @throws ClearFailure if the file cannot be opened any more
     */
    public FeedRows rows(long skipRecords) {
        RowHandler handler = new RowHandler(feed, skipRecords);
        try {
            return new FeedRows(this, handler, open(Files.newInputStream(path), handler));
        } catch (IOException e) {
            throw new ClearFailure(
                    "The feed file %s cannot be opened any more; leave files alone while a night runs, and run it again."
                            .formatted(path),
                    e);
        }
    }

    private @Nullable String troubleOf(InputStream in, InspectionHandler handler) throws IOException {
        try {
            // Not closed: the rest of the bytes belongs to the fingerprint.
            if (open(in, handler).iterator().hasNext()) {
                throw new IllegalStateException("An inspection must make nothing of a record.");
            }
            return handler.hasHeader()
                    ? null
                    : "the file is empty; its first line must be the header, with the columns %s."
                            .formatted(feed.columnNames());
        } catch (RuntimeException e) {
            return Trouble.of(e, handler, path);
        }
    }

    private static <T> CsvReader<T> open(InputStream in, RecordHandler<T> handler) {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MAX_FIELD)
                .build(handler, new Utf8Reader(in));
    }

    /** Reads what is left of it. */
    private static String sha256(DigestInputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return Sha256.of(in.getMessageDigest());
    }
}
