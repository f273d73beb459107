package dev.cpor.decision;

import dev.cpor.domain.*;
import dev.cpor.domain.Rate.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A claim, its lines and rates for tests. */
final class IncentiveFixture {
    static final LocalDate TONIGHT = LocalDate.of(2026, 11, 20);
    static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    private IncentiveFixture() {}

    static Rate percent(String rate, @Nullable String product) {
        return rate(product, Basis.REVENUE_PERCENT, rate, null, JANUARY, null);
    }

    static Rate perUnit(Basis basis, String rate, String currency) {
        return rate(null, basis, rate, Currency.getInstance(currency), JANUARY, null);
    }

    static Rate rate(
            @Nullable String product,
            Basis basis,
            String rate,
            @Nullable Currency currency,
            LocalDate from,
            @Nullable LocalDate to) {
        return new Rate(
                Program.OSU,
                SolutionArea.BUSINESS_APPLICATIONS,
                product,
                Activity.USAGE,
                "Growth",
                Rate.EarningType.FEE,
                basis,
                new BigDecimal(rate),
                currency,
                from,
                to);
    }

    static Rate copy(Rate rate) {
        return rate(
                rate.product(),
                rate.basis(),
                rate.rate().toString(),
                rate.currency(),
                rate.validFrom(),
                rate.validTo());
    }

    static ClaimLine line(int lineNo) {
        return line(lineNo, new BigDecimal("1000.00"), "EUR");
    }

    static ClaimLine line(int lineNo, BigDecimal revenue, String currency) {
        return new ClaimLine(
                lineNo,
                SolutionArea.BUSINESS_APPLICATIONS,
                "Sales",
                "sub",
                null,
                Channel.DIRECT,
                SubscriptionState.ACTIVE,
                77,
                33,
                revenue,
                Currency.getInstance(currency));
    }

    static OpenClaim claim(ReasonCode... notes) {
        return new OpenClaim(
                1,
                "C-1",
                3,
                "mpn",
                "tenant",
                Program.OSU,
                Activity.USAGE,
                Status.APPROVED,
                Consent.PENDING,
                Incentive.NOT_ASSESSED,
                TONIGHT.minusDays(8),
                TONIGHT.minusDays(20),
                Set.of(notes));
    }
}
