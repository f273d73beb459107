package dev.cpor.decision;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Earning;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Money;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.Rate;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Decisions for tests that only count them. */
public final class Decided {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final OpenClaim CLAIM = new OpenClaim(
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
            DAY.minusDays(8),
            DAY.minusDays(20),
            Set.of());

    private Decided() {}

    public static Decision unchanged() {
        return new Decision.Unchanged(CLAIM);
    }

    public static Decision rejectedBy(String rule) {
        return new Decision.Rejected(CLAIM, List.of(), ReasonCode.NO_PARTNER_RESPONSE, rule);
    }

    /** A claim that was handed off, one line for each earning; an empty rule is for one that was on hold. */
    public static Decision handedOffBy(String rule, Earning... earnings) {
        return new Decision.HandedOff(
                CLAIM,
                List.of(),
                !rule.isEmpty(),
                rule,
                new TreeMap<>(),
                Arrays.stream(earnings)
                        .map(earning -> new LineResult(1, new TreeMap<>(), earning))
                        .toList());
    }

    /** An earning that a rule let a line have. */
    public static Earning earning(String rule, String amount, String currency, String usd) {
        return new Earning(
                "C-1",
                1,
                1,
                new Partner("mpn", "Contoso", "DE", "EUR", Set.of(), true, Set.of()),
                Program.OSU,
                new Customer("tenant", "Fabrikam", "FR", false),
                SolutionArea.MODERN_WORK,
                null,
                null,
                "Teams",
                new Rate(
                        Program.OSU,
                        SolutionArea.MODERN_WORK,
                        null,
                        Activity.USAGE,
                        "Usage",
                        Rate.EarningType.FEE,
                        Rate.Basis.PER_USER,
                        BigDecimal.ONE,
                        Currency.getInstance(currency),
                        DAY,
                        null),
                100L,
                null,
                new Money(new BigDecimal(amount), Currency.getInstance(currency)),
                new ExchangeRate(Currency.getInstance(currency), DAY, BigDecimal.ONE),
                new Money(new BigDecimal(usd), Currency.getInstance("USD")),
                DAY,
                null,
                null,
                rule,
                "0".repeat(64));
    }
}
