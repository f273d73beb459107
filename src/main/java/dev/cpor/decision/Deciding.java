package dev.cpor.decision;

import static java.util.stream.Collectors.toMap;

import dev.cpor.domain.RateCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Brings findings together to one decision. Pure functions: the result is the same for every order of the findings. */
public final class Deciding {
    private Deciding() {}

    /**
     * Decides a page of open claims: lifecycle rules for all of them, incentive rules for those that are handed off or on hold.
     *
     * @param assessables is asked for those alone
     * @return one decision for each claim, in the order of the claims
     */
    public static List<Decision> page(
            List<OpenClaim> page,
            RuleSet rules,
            Assessables assessables,
            Currencies currencies,
            LocalDate businessDate) {
        Findings lifecycle = rules.lifecycle(page, businessDate);
        List<Verdict> verdicts =
                page.stream().map(claim -> lifecycle(claim, lifecycle)).toList();
        List<Assessable> toAssess = assessables.of(verdicts.stream()
                .filter(Verdict.ToAssess.class::isInstance)
                .map(verdict -> ((Verdict.ToAssess) verdict).claim())
                .toList());
        Map<Long, Assessable> byNumber =
                toAssess.stream().collect(toMap(assessable -> assessable.claim().id(), Function.identity()));
        Findings incentive = rules.incentive(toAssess, businessDate);
        return verdicts.stream()
                .map(verdict -> verdict instanceof Verdict.ToAssess due
                        ? incentive(
                                due,
                                Objects.requireNonNull(byNumber.get(due.claim().id())),
                                incentive,
                                rules.rateCard(),
                                currencies,
                                businessDate,
                                rules.fingerprint())
                        : (Decision) verdict)
                .toList();
    }

    /**
     * Decides what the lifecycle rules make of a claim.
     *
     * @param findings what the lifecycle rules say, about this claim and perhaps others
     * @return that incentive assessment has to say more for a claim that is handed off or on hold, else the decision
     */
    public static Verdict lifecycle(OpenClaim claim, Findings findings) {
        return LifecycleDeciding.decide(claim, findings);
    }

    /**
     * Decides what incentive assessment makes of a claim.
     *
     * @param toAssess what the lifecycle rules made of the claim
     * @param assessable the same claim with all that assessment needs
     * @param findings what the incentive rules say, about this claim and perhaps others
     * @param fingerprint of the rule set; it is kept with each earning
     */
    public static Decision incentive(
            Verdict.ToAssess toAssess,
            Assessable assessable,
            Findings findings,
            RateCard rateCard,
            Currencies currencies,
            LocalDate businessDate,
            String fingerprint) {
        LineDeciding lines = new LineDeciding(assessable, rateCard, currencies, businessDate, fingerprint);
        return new IncentiveDeciding(toAssess, findings, lines).decide(assessable.lines());
    }
}
