package dev.cpor.job;

import dev.cpor.intake.FeedFile;
import dev.cpor.intake.FeedRow;
import java.util.List;

/**
 * Some records of a feed file, in a row: what is kept in one transaction.
 *
 * @param id the number of the file
 * @param last whether the file ends with it
 */
record FeedPage(FeedFile file, long id, List<FeedRow> rows, boolean last) {}
