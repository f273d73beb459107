package dev.cpor.payout.verify;

import dev.cpor.payout.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification looked at, and what it found.
 *
 * @param discrepancies everything that is wrong, by file and line; empty when all is well
 * @param nights how many business dates have a folder
 * @param extracts how many CSVs were read
 * @param totals rows and sums of these
 * @param signatures how many signatures were found valid; 0 where no key was given
 * @param agreed what agreed with the database; null where it was not asked
 */
public record Verified(
        List<Discrepancy> discrepancies,
        int nights,
        int extracts,
        Totals totals,
        int signatures,
        @Nullable Agreed agreed) {

    /**
     * What was found in files and database alike.
     *
     * @param earnings how many rows are equal to the database's earnings in every column
     * @param handOffs how many handed-off claims are accounted for
     */
    public record Agreed(long earnings, long handOffs) {}

    /** Says whether nothing is wrong. */
    public boolean isWhole() {
        return discrepancies.isEmpty();
    }
}
