package dev.cpor.job;

import static dev.cpor.decision.Decided.earning;
import static dev.cpor.decision.Decided.handedOffBy;
import static dev.cpor.decision.Decided.rejectedBy;
import static dev.cpor.decision.Decided.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.decision.Decision;
import dev.cpor.decision.NightTotals;
import dev.cpor.settings.BrakeSettings;
import dev.cpor.settings.BrakeSettings.Change;
import dev.cpor.store.night.NightAverages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrakeLimitsTest {
    private static final NightAverages.Average NO_NIGHTS = average(0, "0", "0", "0");

    /** 3 of 8 claims rejected, 2 handed off, 112.00 USD. */
    private static final long OPEN = 8;

    private static final NightTotals NIGHT = totals(
            rejectedBy("late"),
            rejectedBy("late"),
            rejectedBy("declined"),
            unchanged(),
            unchanged(),
            unchanged(),
            handedOffBy("window", earning("rate", "100.00", "EUR", "110.00")),
            handedOffBy("window", earning("rate", "2.00", "USD", "2.00")));

    @Test
    void nothingIsCrossedWithoutLimits() {
        assertThat(crossed(null, Map.of(), new Change(null, null, null), average(30, "1", "1", "1")))
                .isEmpty();
    }

    @Test
    void aShareIsCrossedWhenItIsGreaterThanTheLimit() {
        assertThat(share("37.5")).isEmpty();
        assertThat(share("37.4"))
                .containsExactly(
                        "rejects 3 of 8 open claims, which is 37.5 % where brake.rejectedPercent allows 37.4 %, by \"late\" 2 (66.7 %), \"declined\" 1 (33.3 %)");
    }

    @Test
    void aNightWithoutOpenClaimsCrossesNoShare() {
        assertThat(BrakeLimits.crossed(
                        new BrakeSettings(BigDecimal.ZERO, Map.of(), new Change(null, null, null)),
                        0,
                        new NightTotals(),
                        NO_NIGHTS))
                .isEmpty();
    }

    @Test
    void moneyCountsInItsOwnCurrency() {
        assertThat(money(Map.of("EUR", "100", "USD", "2.00", "JPY", "0"))).isEmpty();
        assertThat(money(Map.of("EUR", "99.99")))
                .containsExactly("pays 100.00 EUR where brake.money allows 99.99, by \"rate\" 100.00 (100.0 %)");
    }

    @Test
    void aChangeCountsInBothDirections() {
        NightAverages.Average usual = average(30, "1.50", "4.00", "100.00");

        assertThat(crossed(null, Map.of(), change("100", "50", "12"), usual)).isEmpty();
        assertThat(crossed(null, Map.of(), change("99", "49.9", "11"), usual))
                .containsExactly(
                        "rejects 3 claims, which is 100.0 % above the average of 1.50 over the last 30 nights, where brake.change.rejections allows 99 %, by \"late\" 2 (66.7 %), \"declined\" 1 (33.3 %)",
                        "hands off 2 claims, which is 50.0 % below the average of 4.00 over the last 30 nights, where brake.change.handOffs allows 49.9 %, by \"window\" 2 (100.0 %)",
                        "pays 112.00 USD, which is 12.0 % above the average of 100.00 over the last 30 nights, where brake.change.usd allows 11 %, by \"rate\" 112.00 (100.0 %)");
    }

    @Test
    void anythingIsTooFarFromAnAverageOfNothing() {
        assertThat(crossed(null, Map.of(), change("1000", null, null), average(1, "0.00", "0.00", "0.00")))
                .singleElement()
                .asString()
                .startsWith("rejects 3 claims, which is more than the average of 0.00 over the last night, where");
        assertThat(BrakeLimits.crossed(
                        new BrakeSettings(null, Map.of(), change("0", "0", "0")),
                        0,
                        new NightTotals(),
                        average(1, "0.00", "0.00", "0.00")))
                .isEmpty();
    }

    @Test
    void withoutANightBeforeThereIsNoChange() {
        assertThat(crossed(null, Map.of(), change("0", "0", "0"), NO_NIGHTS)).isEmpty();
    }

    @Test
    void namesThreeRulesAndHowManyMore() {
        NightTotals totals =
                totals(rejectedBy("a"), rejectedBy("b"), rejectedBy("c"), rejectedBy("d"), rejectedBy("d"));

        assertThat(BrakeLimits.crossed(
                        new BrakeSettings(BigDecimal.ZERO, Map.of(), change(null, null, null)), 5, totals, NO_NIGHTS))
                .singleElement()
                .asString()
                .endsWith(", by \"d\" 2 (40.0 %), \"a\" 1 (20.0 %), \"b\" 1 (20.0 %) and 1 more");
    }

    private static List<String> share(String limit) {
        return crossed(new BigDecimal(limit), Map.of(), change(null, null, null), NO_NIGHTS);
    }

    private static List<String> money(Map<String, String> limits) {
        return crossed(
                null,
                limits.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, limit -> new BigDecimal(limit.getValue()))),
                change(null, null, null),
                NO_NIGHTS);
    }

    private static List<String> crossed(
            @Nullable BigDecimal share, Map<String, BigDecimal> money, Change change, NightAverages.Average average) {
        return BrakeLimits.crossed(new BrakeSettings(share, money, change), OPEN, NIGHT, average);
    }

    private static Change change(@Nullable String rejections, @Nullable String handOffs, @Nullable String usd) {
        return new Change(number(rejections), number(handOffs), number(usd));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static NightAverages.Average average(long nights, String rejections, String handOffs, String usd) {
        return new NightAverages.Average(
                nights, new BigDecimal(rejections), new BigDecimal(handOffs), new BigDecimal(usd));
    }

    private static NightTotals totals(Decision... decisions) {
        NightTotals totals = new NightTotals();
        Stream.of(decisions).forEach(totals::add);
        return totals;
    }
}
