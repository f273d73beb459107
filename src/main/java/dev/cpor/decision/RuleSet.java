package dev.cpor.decision;

import dev.cpor.domain.RateCard;
import java.time.LocalDate;
import java.util.List;

/** The compiled rules: what {@code rules} gives to the night. Safe for use by several threads. */
public interface RuleSet {
    /** Returns the SHA-256 over the sorted relative paths and contents of the files that decide, in lower-case hex. */
    String fingerprint();

    /** Returns the rates of {@code incentive/rate-card.csv}. */
    RateCard rateCard();

    /** Returns when its lifecycle rules may say something else about a claim that stays as it is. */
    DayLimits dayLimits();

    /** Evaluates the lifecycle rules; each claim on its own. */
    Findings lifecycle(List<OpenClaim> claims, LocalDate businessDate);

    /** Evaluates the incentive rules; each claim on its own. */
    Findings incentive(List<Assessable> claims, LocalDate businessDate);
}
