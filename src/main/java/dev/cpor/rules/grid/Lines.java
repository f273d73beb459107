package dev.cpor.rules.grid;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Channel;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.rules.vocabulary.incentive.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The claim lines that incentive rules are asked about. */
final class Lines implements Population {
    private static final String PRODUCT = "product";
    private static final String SUBSCRIPTION = "subscriptionId";
    private static final String WORKLOAD = "workload";
    private static final String AREA = "solutionArea";

    /** Stands for a property without a value. */
    private static final Object NONE = new Object();

    @Override
    public List<@Nullable State> states() {
        return Arrays.asList((State) null);
    }

    @Override
    public void complete(SortedMap<String, List<Object>> values) {
        for (String either : List.of(PRODUCT, SUBSCRIPTION, WORKLOAD)) {
            if (values.containsKey(either)) {
                values.put(AREA, List.of((Object[]) SolutionArea.values()));
                values.computeIfPresent(either, (property, texts) -> withNone(texts));
            }
        }
        values.computeIfPresent("subscriptionState", (property, states) -> withNone(states));
    }

    private static List<Object> withNone(List<Object> values) {
        List<Object> all = new ArrayList<>(values);
        all.add(NONE);
        return all;
    }

    @Override
    public Set<String> related() {
        return Set.of(AREA, PRODUCT, SUBSCRIPTION, WORKLOAD);
    }

    @Override
    public boolean isPossible(Choice related) {
        boolean business = isBusiness(related);
        return fits(related, PRODUCT, business)
                && fits(related, SUBSCRIPTION, business)
                && fits(related, WORKLOAD, !business);
    }

    private static boolean isBusiness(Choice choice) {
        return choice.or(AREA, SolutionArea.BUSINESS_APPLICATIONS) == SolutionArea.BUSINESS_APPLICATIONS;
    }

    @Override
    public Record make(long number, @Nullable State state, Choice choice) {
        boolean business = isBusiness(choice);
        Object subscription = choice.or("subscriptionState", business ? SubscriptionState.ACTIVE : NONE);
        return new Line(
                number,
                choice.or("lineNo", 1),
                business ? SolutionArea.BUSINESS_APPLICATIONS : SolutionArea.MODERN_WORK,
                business ? text(choice, PRODUCT) : null,
                business ? text(choice, SUBSCRIPTION) : null,
                business ? null : text(choice, WORKLOAD),
                choice.or("channel", Channel.DIRECT),
                subscription instanceof SubscriptionState known ? known : null,
                choice.or("seats", 1L),
                choice.or("monthlyActiveUsers", 1L),
                choice.or("annualRevenue", BigDecimal.ONE),
                choice.or("currency", "EUR"),
                choice.or("program", Program.OSU),
                choice.or("activity", Activity.USAGE),
                choice.or("partnerDesignated", true),
                choice.or("rateFits", true));
    }

    private static boolean fits(Choice choice, String property, boolean needed) {
        return !choice.has(property) || (choice.text(property) != null) == needed;
    }

    private static String text(Choice choice, String property) {
        String text = choice.text(property);
        return text == null ? Values.OTHER : text;
    }

    @Override
    public String inWords(Record made, Set<String> properties) {
        return "a line" + Sentence.properties(" with ", made, properties);
    }
}
