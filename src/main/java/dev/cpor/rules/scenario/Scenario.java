package dev.cpor.rules.scenario;

import dev.cpor.decision.Assessable;
import dev.cpor.rules.evaluate.DayCounts;
import dev.cpor.rules.explain.NearMisses;
import java.time.LocalDate;
import java.util.List;

/**
 * A case: a claim on a business date, and what should come of it.
 *
 * @param days how long the claim has stood, as the case says
 * @param expectations one for each row
 */
record Scenario(String name, Assessable claim, LocalDate businessDate, DayCounts days, List<Expectation> expectations) {

    /** Returns the question whether a rule that did not fire on the claim, or on this line of it, was just missed. */
    NearMisses.Miss miss(String rule, int lineNo) {
        return new NearMisses.Miss(rule, claim, businessDate, days, lineNo);
    }
}
