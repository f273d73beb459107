package dev.cpor.job.payout;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.ReasonCode;
import dev.cpor.store.claim.ClaimQueries;
import dev.cpor.store.payout.Reversals;
import java.util.List;

/**
 * Asks for earnings to be reversed; the next night does it. A delivered file is never changed, so a correction is a row of
 * the next extract, and an earning is reversed once.
 */
public class Reversing {
    private final Reversals reversals;
    private final ClaimQueries claims;

    Reversing(Reversals reversals, ClaimQueries claims) {
        this.reversals = reversals;
        this.claims = claims;
    }

    /**
     * Asks for the reversal of one earning.
     *
     * @param reason one that is for {@link ReasonCode.Use#REVERSAL}
     * @return the earning that will be reversed
     * @throws ClearFailure if there is no such earning, or if it cannot be reversed or has been; nothing is changed then
     */
    public Reversals.Row earning(String earningId, ReasonCode reason) {
        Reversals.Row earning = reversals
                .of(earningId)
                .orElseThrow(() -> new ClearFailure(
                        "There is no earning %s; see what a claim earned with: cpor claims show CLAIM, which is the earning without its last two numbers."
                                .formatted(earningId)));
        if (earning.reverses() != null) {
            throw new ClearFailure(
                    "Earning %s reverses %s and cannot be reversed itself; a line that is to earn again has to be assessed again."
                            .formatted(earningId, earning.reverses()));
        }
        if (earning.reversedBy() != null) {
            throw new ClearFailure("Earning %s is reversed already, by %s; there is nothing to do."
                    .formatted(earningId, earning.reversedBy()));
        }
        if (earning.waits()) {
            throw waits(earningId);
        }
        ask(List.of(earning), reason);
        return earning;
    }

    /**
     * Asks for the reversal of everything that a claim earned and that is not reversed or asked to be.
     *
     * @param reason one that is for {@link ReasonCode.Use#REVERSAL}
     * @return the earnings that will be reversed, at least one
     * @throws ClearFailure if there is no such claim, or if nothing of it can be reversed; nothing is changed then
     */
    public List<Reversals.Row> claim(String claimId, ReasonCode reason) {
        long number = claims.of(claimId)
                .orElseThrow(() ->
                        new ClearFailure("There is no claim %s; see the claims that there are with: cpor claims list."
                                .formatted(claimId)))
                .id();
        List<Reversals.Row> all = reversals.ofClaim(number);
        List<Reversals.Row> due = all.stream().filter(Reversals.Row::counts).toList();
        if (due.isEmpty()) {
            throw new ClearFailure("Claim %s %s; there is nothing to reverse, see: cpor claims show %s."
                    .formatted(
                            claimId,
                            all.isEmpty()
                                    ? "never earned anything"
                                    : "has no earning left that counts: each is reversed, or its reversal waits for the next night",
                            claimId));
        }
        ask(due, reason);
        return due;
    }

    private void ask(List<Reversals.Row> earnings, ReasonCode reason) {
        earnings.stream().filter(earning -> !earning.isExtracted()).findFirst().ifPresent(earning -> {
            throw new ClearFailure("Earning %s is in no extract yet; let its night end first, see: cpor runs list."
                    .formatted(earning.earningId()));
        });
        if (!reversals.ask(earnings, reason)) {
            throw waits(earnings.get(0).earningId());
        }
    }

    private static ClearFailure waits(String earningId) {
        return new ClearFailure("The reversal of %s is asked for already; the next night puts it into its extract."
                .formatted(earningId));
    }
}
