package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.cpor.domain.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Limits that stop an abnormal night before it writes a decision; none by default.
 *
 * @param rejectedPercent the greatest share of the open claims that a night may reject, in percent; null: any
 * @param money the greatest amount that a night may earn in a currency, by ISO 4217 code
 * @param change how far a night may lie from the average of the last 30
 */
public record BrakeSettings(@Nullable BigDecimal rejectedPercent, Map<String, BigDecimal> money, Change change) {
    private static final int DECIMALS = 6;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Refuses limits that say nothing. */
    public BrakeSettings {
        notNegative("rejectedPercent", rejectedPercent);
        if (rejectedPercent != null && rejectedPercent.compareTo(ALL) > 0) {
            throw new InvalidSetting(
                    "rejectedPercent",
                    "rejectedPercent is %s, but must be a share of the open claims in percent, from 0 to 100"
                            .formatted(rejectedPercent.toPlainString()));
        }
        money = new TreeMap<>(money);
        money.forEach((currency, amount) -> {
            notNegative("money/" + currency, amount);
            if (Money.currency(currency) == null) {
                throw new InvalidSetting(
                        "money/" + currency,
                        "%s is no currency of ISO 4217; write a code such as USD".formatted(currency));
            }
        });
    }

    /**
     * How far a night may lie above or below the average of the last 30 nights, in percent of it; null: any distance.
     *
     * @param rejections of the number of rejected claims
     * @param handOffs of the number of claims that were handed off
     * @param usd of the money earned, in USD
     */
    public record Change(
            @Nullable BigDecimal rejections,
            @Nullable BigDecimal handOffs,
            @Nullable BigDecimal usd) {
        /** Refuses a negative distance. */
        public Change {
            notNegative("rejections", rejections);
            notNegative("handOffs", handOffs);
            notNegative("usd", usd);
        }

        /** Says whether there is any limit. */
        public boolean isSet() {
            return rejections != null || handOffs != null || usd != null;
        }
    }

    @JsonCreator
    static BrakeSettings of(
            @Nullable BigDecimal rejectedPercent, @Nullable Map<String, BigDecimal> money, @Nullable Change change) {
        return new BrakeSettings(
                rejectedPercent,
                money != null ? money : Map.of(),
                change != null ? change : new Change(null, null, null));
    }

    static BrakeSettings none() {
        return of(null, null, null);
    }

    /** Says whether there is any limit. */
    public boolean isSet() {
        return rejectedPercent != null || !money.isEmpty() || change.isSet();
    }

    private static void notNegative(String key, @Nullable BigDecimal value) {
        if (value != null && (value.scale() < 0 || value.scale() > DECIMALS)) {
            throw new InvalidSetting(
                    key,
                    "%s must be written out, without an exponent and with at most %d decimals, such as 10000 or 2.5"
                            .formatted(key.substring(key.indexOf('/') + 1), DECIMALS));
        }
        if (value != null && value.signum() < 0) {
            throw new InvalidSetting(
                    key,
                    "%s is %s, but must be at least 0"
                            .formatted(key.substring(key.indexOf('/') + 1), value.toPlainString()));
        }
    }
}
