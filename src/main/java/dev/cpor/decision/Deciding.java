package dev.cpor.decision;

import dev.cpor.domain.RateCard;
import java.time.LocalDate;

/** Brings findings together to one decision. Pure functions: the result is the same for every order of the findings. */
public final class Deciding {
    private Deciding() {}

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
            ExchangeRates exchangeRates,
            LocalDate businessDate,
            String fingerprint) {
        LineDeciding lines = new LineDeciding(assessable, rateCard, exchangeRates, businessDate, fingerprint);
        return new IncentiveDeciding(toAssess, findings, lines).decide(assessable.lines());
    }
}
