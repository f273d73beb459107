package dev.cpor.job;

import dev.cpor.decision.NightTotals;
import dev.cpor.settings.BrakeSettings;
import dev.cpor.store.night.NightAverages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a night comes to with the limits of the brake. */
final class BrakeLimits {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN = 3;

    private final BrakeSettings limits;
    private final NightAverages.Average average;
    private final List<String> crossed = new ArrayList<>();

    private BrakeLimits(BrakeSettings limits, NightAverages.Average average) {
        this.limits = limits;
        this.average = average;
    }

    /**
     * Says which limits the night crosses: each with the figures and the rules that did it, to stand after "it"; empty when it
     * crosses none.
     *
     * @param open how many claims are open before it, due or not
     */
    static List<String> crossed(BrakeSettings limits, long open, NightTotals totals, NightAverages.Average average) {
        BrakeLimits brake = new BrakeLimits(limits, average);
        brake.share(totals.rejected(), BigDecimal.valueOf(open));
        limits.money().forEach((currency, limit) -> brake.money(currency, limit, totals.money(currency)));
        if (average.nights() > 0) {
            BrakeSettings.Change change = limits.change();
            brake.change(
                    "rejections", "rejects %s claims", change.rejections(), totals.rejected(), average.rejections());
            brake.change("handOffs", "hands off %s claims", change.handOffs(), totals.handedOff(), average.handOffs());
            brake.change("usd", "pays %s USD", change.usd(), totals.usd(), average.usd());
        }
        return brake.crossed;
    }

    private void share(Map<String, BigDecimal> byRule, BigDecimal open) {
        BigDecimal limit = limits.rejectedPercent();
        BigDecimal rejected = sum(byRule);
        if (limit != null && rejected.multiply(HUNDRED).compareTo(open.multiply(limit)) > 0) {
            crossed.add("rejects %s of %s open claims, which is %s %% where brake.rejectedPercent allows %s %%%s"
                    .formatted(shown(rejected), shown(open), percent(rejected, open), plain(limit), by(byRule)));
        }
    }

    private void money(String currency, BigDecimal limit, Map<String, BigDecimal> byRule) {
        BigDecimal amount = sum(byRule);
        if (amount.compareTo(limit) > 0) {
            crossed.add("pays %s %s where brake.money allows %s%s"
                    .formatted(shown(amount), currency, shown(limit), by(byRule)));
        }
    }

    /** Of an average of 0 no percentage can be told: anything at all is too far from it. */
    private void change(
            String key, String what, @Nullable BigDecimal limit, Map<String, BigDecimal> byRule, BigDecimal usual) {
        BigDecimal amount = sum(byRule);
        BigDecimal distance = amount.subtract(usual).abs();
        if (limit == null || distance.multiply(HUNDRED).compareTo(usual.multiply(limit)) <= 0) {
            return;
        }
        crossed.add("%s, which is %s the average of %s over the last %s, where brake.change.%s allows %s %%%s"
                .formatted(
                        what.formatted(shown(amount)),
                        usual.signum() == 0
                                ? "more than"
                                : percent(distance, usual) + " % " + (amount.compareTo(usual) > 0 ? "above" : "below"),
                        shown(usual),
                        average.nights() == 1 ? "night" : average.nights() + " nights",
                        key,
                        plain(limit),
                        by(byRule)));
    }

    /** The rules with their shares, the greatest first. */
    private static String by(Map<String, BigDecimal> byRule) {
        BigDecimal all = sum(byRule);
        if (all.signum() == 0) {
            return "";
        }
        String rules = byRule.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(rule -> "\"%s\" %s (%s %%)"
                        .formatted(rule.getKey(), shown(rule.getValue()), percent(rule.getValue(), all)))
                .collect(Collectors.joining(", "));
        int more = byRule.size() - SHOWN;
        return ", by " + rules + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static BigDecimal sum(Map<String, BigDecimal> byRule) {
        return byRule.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String shown(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }
}
