package dev.cpor.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The amount that one claim line earns, with everything that the payout extract says about it: a file can be produced
 * again when names, rates and rules have long changed.
 *
 * @param claimId the claim's textual ID
 * @param n counts the earnings of this line from 1
 * @param quantity the users or seats of a per-unit rate, null for a percentage
 * @param transactionAmount the line's annual revenue of a percentage, null for a per-unit rate
 * @param earned the amount in its own currency
 * @param exchange the exchange rate that was used; 1 at the business date for USD
 * @param earnedUsd the rounded amount times the exchange rate, rounded half up to cents
 * @param businessDate the date of the night that handed the claim off
 * @param reversesEarningId the earning that this one takes back, null for an ordinary one
 * @param reasonCode why it takes it back, null for an ordinary one
 * @param ruleName the rule that said that the line earns
 * @param ruleset the fingerprint of the rule set
 */
public record Earning(
        String claimId,
        int lineNo,
        int n,
        Partner partner,
        Program program,
        Customer customer,
        SolutionArea solutionArea,
        @Nullable String product,
        @Nullable String subscriptionId,
        @Nullable String workload,
        Rate rate,
        @Nullable Long quantity,
        @Nullable Money transactionAmount,
        Money earned,
        ExchangeRate exchange,
        Money earnedUsd,
        LocalDate businessDate,
        @Nullable String reversesEarningId,
        @Nullable String reasonCode,
        String ruleName,
        String ruleset) {

    /** Returns {@code <claimId>-<line_no>-<n>}, which names this earning for ever. */
    public String earningId() {
        return claimId + "-" + lineNo + "-" + n;
    }
}
