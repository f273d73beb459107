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
 * @param lineNo the line's number in its claim
 * @param solutionArea what the line is about
 * @param product the business application; null for modern work
 * @param subscriptionId the subscription; null for modern work
 * @param workload the workload of modern work; null for a business application
 * @param channel how the customer bought it
 * @param subscriptionState the state of the subscription; null where the feed left it empty
 * @param seats how many seats the customer bought
 * @param monthlyActiveUsers how many users used it in a month
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
