package dev.cpor.decision;

import java.util.List;
import java.util.Map;

/**
 * What the rules say about a page of claims.
 *
 * @param byClaim by the claim's number; a claim about which no rule says anything is missing
 * @param failures by the claim's number, the rule that failed on it or did not end; such a claim has no findings
 */
public record Findings(Map<Long, List<Finding>> byClaim, Map<Long, Failure> failures) {

    /** A rule that could not be evaluated on a claim. */
    public record Failure(String rule, String message) {}

    /** Returns the findings of one claim. */
    public List<Finding> of(long claim) {
        return byClaim.getOrDefault(claim, List.of());
    }
}
