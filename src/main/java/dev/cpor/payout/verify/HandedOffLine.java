package dev.cpor.payout.verify;

import org.jspecify.annotations.Nullable;

/**
 * A claim line as the last hand-off of its claim left it.
 *
 * @param handOff what the history says of the hand-off, null where it says nothing
 * @param lineNo null for a claim without lines
 * @param earned what the line earned by that hand-off, such as {@code 12.50 EUR}, null where it earned nothing
 */
public record HandedOffLine(
        String claimId,
        boolean eligible,
        @Nullable HandOff handOff,
        @Nullable Integer lineNo,
        @Nullable String earned) {

    /**
     * What the history says of a hand-off.
     *
     * @param reasons why the claim or some of its lines earn nothing, separated by {@code ;}, else empty
     * @param detail what became of each line, such as {@code line 1: earns 12.50 EUR; line 2: NO_DESIGNATION}, else empty
     */
    public record HandOff(String reasons, String detail) {}
}
