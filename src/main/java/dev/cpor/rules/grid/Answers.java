package dev.cpor.rules.grid;

import dev.cpor.decision.Finding;
import java.util.List;
import java.util.Map;

/**
 * What rules say about records.
 *
 * @param findings by the record's place in the list that was asked about; what a rule finds is there also where another one fails
 * @param failing by the name of the rule
 */
public record Answers(Map<Long, List<Finding>> findings, Map<String, Failing> failing) {

    /**
     * A rule that throws, or does not end.
     *
     * @param first the place of the first record on which it does
     * @param what what it does, to stand after "it"
     * @param everywhere whether there is no record on which it does not
     */
    public record Failing(int first, String what, boolean everywhere) {}

    /** Returns what is found about one record. */
    List<Finding> of(int number) {
        return findings.getOrDefault((long) number, List.of());
    }
}
