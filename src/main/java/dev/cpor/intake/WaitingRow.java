package dev.cpor.intake;

import java.util.List;

/**
 * A row that was read and kept, and waits for its turn.
 *
 * @param id the number under which it is kept; rows that were read earlier have smaller ones
 * @param feedFile the number of the file that it came in
 * @param line where the record begins in that file
 * @param fields its values, in the order of {@link Feed#columns()}
 */
public record WaitingRow(
        long id, long feedFile, long line, Feed feed, String key, String claimId, List<String> fields) {

    /** Returns its values as one CSV record, in the order of {@link Feed#columns()}, without a line end. */
    public String asCsv() {
        return feed.csv(fields);
    }
}
