package dev.cpor.job;

import dev.cpor.intake.FeedFile;
import dev.cpor.intake.FeedRow;
import dev.cpor.intake.Parsed;
import java.util.List;

/**
 * Some records of a feed file, in a row: what is kept in one transaction.
 *
 * @param id the number of the file
 * @param last whether the file ends with it
 */
record FeedPage(FeedFile file, long id, List<Row> rows, boolean last) {
    /**
     * A record, and what it means.
     *
     * @param content its fields as they are kept
     */
    record Row(FeedRow row, Parsed parsed, String content) {}
}
