package dev.cpor.intake;

import dev.cpor.domain.Claim;
import dev.cpor.domain.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the waiting rows of one claim came to.
 *
 * @param before the claim as it was, null when it did not exist
 * @param after the claim as it is now, null when it does not exist yet
 * @param applied the rows that were applied, in their order
 * @param refused the rows that were refused at their turn
 * @param waits whether rows wait on
 * @param nextDay the day of the first of them, null when all of them wait for the claim's creation
 */
public record ClaimTurn(
        String claimId,
        @Nullable Claim before,
        @Nullable Claim after,
        List<Applied> applied,
        List<Refused> refused,
        boolean waits,
        @Nullable LocalDate nextDay) {

    /** A row that was applied, and the claim as that left it. */
    public record Applied(WaitingRow row, Parsed.Row value, Claim claim) {}

    /** A row that was refused. */
    public record Refused(WaitingRow row, Refusal refusal) {}
}
