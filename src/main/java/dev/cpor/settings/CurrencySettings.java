package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How amounts are rounded, and how long an exchange rate is good for.
 *
 * @param minorUnits how many decimals the amounts of a currency have, by ISO 4217 code, where it is not what ISO 4217 says
 * @param maxRateAgeDays how many days before the business date the day of an exchange rate may lie; null: any
 */
public record CurrencySettings(
        Map<String, Integer> minorUnits, @Nullable Integer maxRateAgeDays) {

    /** Refuses what is no currency, and numbers that no amount or age can have. */
    public CurrencySettings {
        minorUnits = new TreeMap<>(minorUnits);
        minorUnits.forEach(CurrencySettings::check);
        if (maxRateAgeDays != null && maxRateAgeDays < 0) {
            throw new InvalidSetting(
                    "maxRateAgeDays", "maxRateAgeDays is %d, but must be at least 0".formatted(maxRateAgeDays));
        }
    }

    private static void check(String code, int decimals) {
        Currency currency = Money.currency(code);
        if (currency == null) {
            throw new InvalidSetting(
                    "minorUnits/" + code,
                    "%s is no currency of ISO 4217 that has minor units; write a code such as ISK".formatted(code));
        }
        if (currency.equals(Money.USD)) {
            throw new InvalidSetting(
                    "minorUnits/" + code, "USD must be left out, because all amounts are told in its cents as well");
        }
        if (decimals < 0 || decimals > Money.MOST_DECIMALS) {
            throw new InvalidSetting(
                    "minorUnits/" + code,
                    "%s has %d minor units, but must have from 0 to %d".formatted(code, decimals, Money.MOST_DECIMALS));
        }
    }

    @JsonCreator
    static CurrencySettings of(@Nullable Map<String, Integer> minorUnits, @Nullable Integer maxRateAgeDays) {
        return new CurrencySettings(minorUnits != null ? minorUnits : Map.of(), maxRateAgeDays);
    }

    static CurrencySettings defaults() {
        return of(null, null);
    }

    /** Returns what the settings mean for amounts and exchange rates. */
    public CurrencyRules rules() {
        Map<Currency, Integer> decimals = new HashMap<>();
        minorUnits.forEach((code, number) -> decimals.put(Currency.getInstance(code), number));
        return new CurrencyRules(decimals, maxRateAgeDays);
    }
}
