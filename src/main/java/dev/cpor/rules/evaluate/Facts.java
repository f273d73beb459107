package dev.cpor.rules.evaluate;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Partner;
import dev.cpor.domain.RateCard;
import dev.cpor.rules.vocabulary.incentive.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the records that rules ask about. */
public final class Facts {
    private final BusinessCalendar calendar;
    private final RateCard rateCard;

    /** @param calendar counts the days that rules ask for */
    public Facts(BusinessCalendar calendar, RateCard rateCard) {
        this.calendar = calendar;
        this.rateCard = rateCard;
    }

    /** Counts the days of a claim. */
    public DayCounts count(OpenClaim claim, LocalDate businessDate) {
        LocalDate submitted = claim.firstSubmitted();
        return new DayCounts(
                BusinessCalendar.daysBetween(claim.statusSince(), businessDate),
                calendar.businessDaysBetween(claim.statusSince(), businessDate),
                submitted == null ? 0 : calendar.businessDaysBetween(submitted, businessDate));
    }

    /** Returns what lifecycle rules see of a claim on a business date. */
    public ClaimFacts lifecycle(OpenClaim claim, LocalDate businessDate) {
        return lifecycle(claim, businessDate, count(claim, businessDate));
    }

    /** Returns what incentive rules see of a claim and its lines on a business date. */
    public ClaimFacts incentive(Assessable claim, LocalDate businessDate) {
        return incentive(claim, businessDate, count(claim.claim(), businessDate));
    }

    /** Returns what lifecycle rules see of a claim that has stood for so many days. */
    public ClaimFacts lifecycle(OpenClaim claim, LocalDate businessDate, DayCounts days) {
        return new ClaimFacts(
                claim.id(),
                claim.claimId(),
                List.of(new dev.cpor.rules.vocabulary.lifecycle.Claim(
                        claim.id(),
                        claim.claimId(),
                        claim.mpnId(),
                        claim.tenantId(),
                        claim.program(),
                        claim.activity(),
                        claim.status(),
                        claim.consent(),
                        claim.incentive(),
                        claim.statusSince(),
                        claim.firstSubmitted(),
                        businessDate,
                        days.daysInStatus(),
                        days.businessDaysInStatus(),
                        days.businessDaysSinceSubmission())));
    }

    /** Returns what incentive rules see of a claim that has stood for so many days, and of its lines. */
    public ClaimFacts incentive(Assessable assessable, LocalDate businessDate, DayCounts days) {
        OpenClaim claim = assessable.claim();
        Partner partner = assessable.partner();
        List<Record> facts = new ArrayList<>(1 + assessable.lines().size());
        facts.add(new dev.cpor.rules.vocabulary.incentive.Claim(
                claim.id(),
                claim.claimId(),
                claim.mpnId(),
                claim.tenantId(),
                claim.program(),
                claim.activity(),
                claim.status(),
                claim.consent(),
                claim.incentive(),
                claim.statusSince(),
                claim.firstSubmitted(),
                businessDate,
                days.daysInStatus(),
                days.businessDaysInStatus(),
                days.businessDaysSinceSubmission(),
                partner.country(),
                partner.payoutProfileValid(),
                partner.programs().contains(claim.program()),
                assessable.customer().country(),
                assessable.customer().publicSector()));
        for (ClaimLine line : assessable.lines()) {
            facts.add(line(claim, partner, line, businessDate));
        }
        return new ClaimFacts(claim.id(), claim.claimId(), facts);
    }

    private Line line(OpenClaim claim, Partner partner, ClaimLine line, LocalDate businessDate) {
        return new Line(
                claim.id(),
                line.lineNo(),
                line.solutionArea(),
                line.product(),
                line.subscriptionId(),
                line.workload(),
                line.channel(),
                line.subscriptionState(),
                line.seats(),
                line.monthlyActiveUsers(),
                line.annualRevenue(),
                line.currency().getCurrencyCode(),
                claim.program(),
                claim.activity(),
                partner.designations().contains(line.solutionArea()),
                !rateCard.fitting(claim.program(), claim.activity(), line, businessDate)
                        .isEmpty());
    }
}
