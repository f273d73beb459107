package dev.cpor.rules.vocabulary.incentive;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Channel;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.SubscriptionState;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A claim line in incentive assessment. Every component but the first can be used in a condition.
 *
 * @param number the claim's number inside the database; not for rules
 * @param product null for modern work
 * @param subscriptionId null for modern work
 * @param workload null for a business application
 * @param subscriptionState null where the feed left it empty
 * @param annualRevenue a year's revenue in {@code currency}
 * @param currency ISO 4217 code
 * @param program the claim's program
 * @param activity the claim's activity
 * @param partnerDesignated whether the partner has a designation for the line's solution area
 * @param rateFits whether at least one rate of the rate card fits on the business date
 */
public record Line(
        long number,
        int lineNo,
        SolutionArea solutionArea,
        @Nullable String product,
        @Nullable String subscriptionId,
        @Nullable String workload,
        Channel channel,
        @Nullable SubscriptionState subscriptionState,
        long seats,
        long monthlyActiveUsers,
        BigDecimal annualRevenue,
        String currency,
        Program program,
        Activity activity,
        boolean partnerDesignated,
        boolean rateFits) {}
