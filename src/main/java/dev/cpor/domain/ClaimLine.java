package dev.cpor.domain;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One product with its subscription, or one workload, that a claim covers.
 *
 * @param lineNo the line's number within its claim, from 1
 * @param product the product of a business application, null otherwise
 * @param subscriptionId the subscription of a business application, null otherwise
 * @param workload the workload of modern work, null otherwise
 * @param subscriptionState null where the feed left it empty
 * @param annualRevenue a year's revenue, not negative, in {@code currency}
 */
public record ClaimLine(
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
        Currency currency) {

    /** Refuses a line whose product, subscription and workload do not suit its solution area. */
    public ClaimLine {
        boolean business = solutionArea == SolutionArea.BUSINESS_APPLICATIONS;
        if (business != (product != null) || business != (subscriptionId != null) || business == (workload != null)) {
            throw new IllegalArgumentException(
                    "A line of %s must have a product and a subscription, one of %s a workload, and nothing else."
                            .formatted(SolutionArea.BUSINESS_APPLICATIONS, SolutionArea.MODERN_WORK));
        }
    }

    /** Returns the product of a business application, the workload otherwise: what a rate card names. */
    public String productOrWorkload() {
        return product != null ? product : required(workload);
    }

    /** Returns the subscription of a business application, the workload otherwise: what a dispute names. */
    public String subscriptionOrWorkload() {
        return subscriptionId != null ? subscriptionId : required(workload);
    }

    private static String required(@Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("A line without a product must have a workload.");
        }
        return value;
    }
}
