package dev.cpor.job;

import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.ExchangeRates;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.RuleSet;
import dev.cpor.store.AssessableClaims;
import java.time.LocalDate;
import java.util.List;

/**
 * Decides a page of open claims: lifecycle rules for all of them, incentive rules for those that are handed off or on hold.
 * Reads, and writes nothing.
 */
final class Evaluation {
    private final AssessableClaims assessables;

    Evaluation(AssessableClaims assessables) {
        this.assessables = assessables;
    }

    /** Returns one decision for each claim, in the order of the claims. */
    List<Decision> decide(List<OpenClaim> page, RuleSet rules, ExchangeRates rates, LocalDate businessDate) {
        return Deciding.page(page, rules, assessables::of, rates, businessDate);
    }
}
