package dev.cpor.decision;

import static dev.cpor.decision.Decided.earning;
import static dev.cpor.decision.Decided.handedOffBy;
import static dev.cpor.decision.Decided.rejectedBy;
import static dev.cpor.decision.Decided.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NightTotalsTest {
    private final NightTotals totals = new NightTotals();

    @Test
    void countsRejectionsHandOffsAndMoneyByRule() {
        totals.add(unchanged());
        totals.add(rejectedBy("late"));
        totals.add(rejectedBy("late"));
        totals.add(rejectedBy("declined"));
        totals.add(
                handedOffBy("window", earning("rate", "10.00", "EUR", "11.00"), earning("rate", "5", "JPY", "0.05")));
        totals.add(handedOffBy("", earning("bonus", "1.50", "EUR", "1.65")));

        assertThat(totals.rejected()).isEqualTo(Map.of("late", number("2"), "declined", number("1")));
        assertThat(totals.handedOff())
                .isEqualTo(Map.of("window", number("1"), "claims that were on hold", number("1")));
        assertThat(totals.money("EUR")).isEqualTo(Map.of("rate", number("10.00"), "bonus", number("1.50")));
        assertThat(totals.money("JPY")).isEqualTo(Map.of("rate", number("5")));
        assertThat(totals.money("CHF")).isEmpty();
        assertThat(totals.usd()).isEqualTo(Map.of("rate", number("11.05"), "bonus", number("1.65")));
    }

    @Test
    void addsUpWhatPartsCounted() {
        totals.add(rejectedBy("late"));
        totals.add(handedOffBy("window", earning("rate", "10.00", "EUR", "11.00")));
        NightTotals other = new NightTotals();
        other.add(rejectedBy("late"));
        other.add(handedOffBy("window", earning("rate", "2.00", "EUR", "2.20"), earning("rate", "3", "JPY", "0.03")));

        totals.add(other);

        assertThat(totals.rejected()).isEqualTo(Map.of("late", number("2")));
        assertThat(totals.handedOff()).isEqualTo(Map.of("window", number("2")));
        assertThat(totals.money("EUR")).isEqualTo(Map.of("rate", number("12.00")));
        assertThat(totals.money("JPY")).isEqualTo(Map.of("rate", number("3")));
        assertThat(totals.usd()).isEqualTo(Map.of("rate", number("13.23")));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
