package dev.cpor.decision;

import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Earning;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.Money;
import dev.cpor.domain.Rate;
import dev.cpor.domain.Rate.Basis;
import dev.cpor.domain.RateCard;
import dev.cpor.domain.ReasonCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what one line of a claim earns. */
final class LineDeciding {
    private static final String RATE_CARD = "incentive/rate-card.csv";

    private final Assessable assessable;
    private final RateCard rateCard;
    private final Currencies currencies;
    private final LocalDate businessDate;
    private final String fingerprint;

    LineDeciding(
            Assessable assessable,
            RateCard rateCard,
            Currencies currencies,
            LocalDate businessDate,
            String fingerprint) {
        this.assessable = assessable;
        this.rateCard = rateCard;
        this.currencies = currencies;
        this.businessDate = businessDate;
        this.fingerprint = fingerprint;
    }

    /** What became of a line. */
    sealed interface Outcome {}

    record Done(LineResult result) implements Outcome {}

    record NoExchangeRate() implements Outcome {}

    record Conflict(String rule, String message) implements Outcome {}

    /**
     * @param claimMayEarn whether nothing rules out the claim as a whole
     * @param reasons why rules rule out the line
     * @param earns the rule that says that the line earns, null if none does
     */
    Outcome decide(ClaimLine line, boolean claimMayEarn, ByReason reasons, @Nullable String earns) {
        if (!claimMayEarn || !reasons.isEmpty()) {
            return new Done(new LineResult(line.lineNo(), reasons.rules(), null));
        }
        OpenClaim claim = assessable.claim();
        List<Rate> fitting = rateCard.fitting(claim.program(), claim.activity(), line, businessDate);
        if (fitting.size() > 1) {
            return conflict(line, fitting, earns);
        }
        if (fitting.isEmpty() || earns == null) {
            return ineligible(line, ReasonCode.NO_RATE);
        }
        Rate rate = fitting.get(0);
        Money earned = rate.earnedBy(line, currencies.rules());
        if (earned.isZero()) {
            return ineligible(line, ReasonCode.NOTHING_TO_EARN);
        }
        ExchangeRate exchange = currencies.exchange(earned.currency(), businessDate);
        if (exchange == null) {
            return new NoExchangeRate();
        }
        ByReason none = new ByReason();
        return new Done(new LineResult(line.lineNo(), none.rules(), earning(line, rate, earned, exchange, earns)));
    }

    private Earning earning(ClaimLine line, Rate rate, Money earned, ExchangeRate exchange, String rule) {
        return new Earning(
                assessable.claim().claimId(),
                line.lineNo(),
                assessable.earningsSoFar().getOrDefault(line.lineNo(), 0) + 1,
                assessable.partner(),
                assessable.claim().program(),
                assessable.customer(),
                line.solutionArea(),
                line.product(),
                line.subscriptionId(),
                line.workload(),
                rate,
                switch (rate.basis()) {
                    case REVENUE_PERCENT -> null;
                    case PER_USER -> line.monthlyActiveUsers();
                    case PER_SEAT -> line.seats();
                },
                rate.basis() == Basis.REVENUE_PERCENT
                        ? currencies.rules().rounded(line.annualRevenue(), line.currency())
                        : null,
                earned,
                exchange,
                earned.inUsd(exchange.usdRate()),
                businessDate,
                null,
                null,
                rule,
                fingerprint);
    }

    private static Outcome ineligible(ClaimLine line, ReasonCode reason) {
        ByReason reasons = new ByReason();
        reasons.add(reason, IncentiveDeciding.ASSESSMENT);
        return new Done(new LineResult(line.lineNo(), reasons.rules(), null));
    }

    private Outcome conflict(ClaimLine line, List<Rate> fitting, @Nullable String earns) {
        String rows = fitting.stream()
                .map(rate -> RATE_CARD + ":" + rateCard.lineOf(rate))
                .collect(Collectors.joining(" and "));
        return new Conflict(
                earns == null ? IncentiveDeciding.ASSESSMENT : earns,
                "%d rates fit line %d of claim %s on %s: %s; end all but one of them with valid_to."
                        .formatted(
                                fitting.size(),
                                line.lineNo(),
                                assessable.claim().claimId(),
                                businessDate,
                                rows));
    }
}
