package dev.cpor.job;

import static java.util.stream.Collectors.toMap;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.ExchangeRates;
import dev.cpor.decision.Findings;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.RuleSet;
import dev.cpor.decision.Verdict;
import dev.cpor.decision.Verdict.ToAssess;
import dev.cpor.store.AssessableClaims;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

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
        Findings lifecycle = rules.lifecycle(page, businessDate);
        List<Verdict> verdicts =
                page.stream().map(claim -> Deciding.lifecycle(claim, lifecycle)).toList();
        Map<Long, Assessable> toAssess = assessables
                .of(verdicts.stream()
                        .filter(ToAssess.class::isInstance)
                        .map(verdict -> ((ToAssess) verdict).claim())
                        .toList())
                .stream()
                .collect(toMap(assessable -> assessable.claim().id(), Function.identity()));
        Findings incentive = rules.incentive(new ArrayList<>(toAssess.values()), businessDate);
        return verdicts.stream()
                .map(verdict -> {
                    if (verdict instanceof ToAssess due) {
                        Assessable assessable =
                                Objects.requireNonNull(toAssess.get(due.claim().id()));
                        return Deciding.incentive(
                                due, assessable, incentive, rules.rateCard(), rates, businessDate, rules.fingerprint());
                    }
                    return (Decision) verdict;
                })
                .toList();
    }
}
