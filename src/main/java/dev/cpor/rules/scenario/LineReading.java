package dev.cpor.rules.scenario;

import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.SubscriptionState;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/** Makes the claim line of a row. */
final class LineReading {
    private static final long USUAL_UNITS = 1000;
    private static final BigDecimal USUAL_REVENUE = new BigDecimal(100_000);
    private static final Currency USUAL_CURRENCY = Currency.getInstance("USD");

    private LineReading() {}

    /**
     * Reads a line. What is left open is what lets a line earn: a product that no rate names, bought directly, active, with
     * 1,000 seats and users and a revenue of 100,000 USD. A workload makes it a line of modern work.
     */
    static ClaimLine read(Values values) {
        SolutionArea area = values.constant(
                Column.SOLUTION_AREA,
                SolutionArea.class,
                values.has(Column.WORKLOAD) ? SolutionArea.MODERN_WORK : SolutionArea.BUSINESS_APPLICATIONS);
        boolean business = area == SolutionArea.BUSINESS_APPLICATIONS;
        Column stranger = business ? Column.WORKLOAD : Column.PRODUCT;
        if (values.has(stranger)) {
            values.wrong(
                    stranger,
                    "a line of %s has a %s instead; leave this empty"
                            .formatted(area, business ? "product" : "workload"));
        }
        SubscriptionState state = values.isNone(Column.SUBSCRIPTION_STATE)
                ? null
                : values.constant(Column.SUBSCRIPTION_STATE, SubscriptionState.class, SubscriptionState.ACTIVE);
        return new ClaimLine(
                Math.toIntExact(Math.min(values.number(Column.LINE_NO, 1), Integer.MAX_VALUE)),
                area,
                business ? values.text(Column.PRODUCT, "Any product") : null,
                business ? values.text(Column.SUBSCRIPTION_ID, "Any subscription") : null,
                business ? null : values.text(Column.WORKLOAD, "Any workload"),
                values.constant(Column.CHANNEL, Channel.class, Channel.DIRECT),
                business || values.has(Column.SUBSCRIPTION_STATE) ? state : null,
                values.number(Column.SEATS, USUAL_UNITS),
                values.number(Column.MONTHLY_ACTIVE_USERS, USUAL_UNITS),
                Objects.requireNonNullElse(values.decimal(Column.ANNUAL_REVENUE), USUAL_REVENUE),
                Objects.requireNonNullElse(values.currency(Column.CURRENCY), USUAL_CURRENCY));
    }
}
