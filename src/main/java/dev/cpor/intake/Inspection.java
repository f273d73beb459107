package dev.cpor.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What came of looking at a whole feed file. */
public sealed interface Inspection {

    /**
     * Every record of the file can be read; single rows may still be refused.
     *
     * @param sha256 over all bytes of the file, 64 lower-case hex digits
     * @param rows the number of records after the header, empty lines not counted
     * @param latestDay the latest day on which a row occurred, of those that can be read and that the calendar answers for;
     *     null when there is none, and for a feed whose rows apply when they are read
     */
    record Readable(String sha256, long rows, @Nullable LocalDate latestDay) implements Inspection {}

    /**
     * The file is refused whole.
     *
     * @param sha256 over all bytes of the file, 64 lower-case hex digits; null when not even its bytes could be read
     * @param message one sentence that names the file and, where there is one, the line
     */
    record Unreadable(@Nullable String sha256, String message) implements Inspection {}
}
