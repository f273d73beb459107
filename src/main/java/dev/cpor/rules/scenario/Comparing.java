package dev.cpor.rules.scenario;

import dev.cpor.domain.Money;
import dev.cpor.domain.ReasonCode;
import dev.cpor.rules.drl.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says in which cells what came of a case differs from what was expected. */
final class Comparing {
    private final Scenario scenario;
    private final Expectation expected;
    private final Outcome got;
    private final List<Problem> differences = new ArrayList<>();

    private Comparing(Scenario scenario, Expectation expected, Outcome got) {
        this.scenario = scenario;
        this.expected = expected;
        this.got = got;
    }

    /** Returns a problem for each cell that differs; where the decision does, for that alone. */
    static List<Problem> differences(Scenario scenario, Expectation expected, Trial trial) {
        boolean handOff = expected.acts() != null && expected.acts().contains(Act.HAND_OFF);
        Comparing comparing =
                new Comparing(scenario, expected, Outcome.of(trial.decision(), expected.lineNo(), handOff));
        comparing.compare();
        return comparing.differences;
    }

    private void compare() {
        if (expected.acts() != null && !expected.acts().equals(got.acts())) {
            differs(Column.EXPECT, "the decision", said(), Act.join(expected.acts()));
            return;
        }
        if (expected.reasons() != null && !expected.reasons().equals(got.reasons())) {
            differs(Column.REASON, "reason", codes(got.reasons()), codes(expected.reasons()));
        }
        Money amount = got.amount();
        if (expected.amount() != null && (amount == null || expected.amount().compareTo(amount.amount()) != 0)) {
            differs(
                    Column.AMOUNT,
                    "amount",
                    amount == null ? "empty" : amount.amount().toPlainString(),
                    expected.amount().toPlainString());
        }
        if (expected.amountCurrency() != null
                && (amount == null || !expected.amountCurrency().equals(amount.currency()))) {
            differs(
                    Column.AMOUNT_CURRENCY,
                    Column.AMOUNT_CURRENCY.heading(),
                    amount == null ? "empty" : amount.currency().getCurrencyCode(),
                    expected.amountCurrency().getCurrencyCode());
        }
    }

    private String said() {
        Money amount = got.amount();
        String more = amount != null
                ? " " + amount.amount().toPlainString() + " " + amount.currency()
                : got.reasons().isEmpty() ? "" : " (" + codes(got.reasons()) + ")";
        return Act.join(got.acts()) + more;
    }

    private static String codes(Collection<ReasonCode> reasons) {
        return reasons.isEmpty()
                ? "empty"
                : reasons.stream().map(ReasonCode::name).collect(Collectors.joining("; "));
    }

    private void differs(Column column, String what, String found, String wanted) {
        differences.add(expected.row()
                .place(column)
                .problem("case \"%s\": %s is %s, expected %s".formatted(scenario.name(), what, found, wanted)));
    }
}
