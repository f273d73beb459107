package dev.cpor.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How amounts of a currency are rounded, and how long an exchange rate is good for.
 *
 * @param minorUnits how many decimals the amounts of a currency have, from 0 to 4, where that is not what ISO 4217 says; USD
 *     is in cents and not among them
 * @param maxRateAgeDays how many days before the business date the day of an exchange rate may lie; null: any
 */
public record CurrencyRules(
        Map<Currency, Integer> minorUnits, @Nullable Integer maxRateAgeDays) {
    private static final CurrencyRules ISO_4217 = new CurrencyRules(Map.of(), null);

    /** Takes a copy of the map. */
    public CurrencyRules {
        minorUnits = Map.copyOf(minorUnits);
    }

    /** Returns the minor units of ISO 4217, as the JDK knows them, and exchange rates that are good for ever. */
    public static CurrencyRules iso4217() {
        return ISO_4217;
    }

    /** Returns how many decimals amounts of a currency have. */
    public int decimals(Currency currency) {
        return minorUnits.getOrDefault(currency, currency.getDefaultFractionDigits());
    }

    /** Rounds half up to the currency's minor units. */
    public Money rounded(BigDecimal exact, Currency currency) {
        return new Money(exact.setScale(decimals(currency), RoundingMode.HALF_UP), currency);
    }

    /** Returns the exchange rate if it is good for that business date. */
    public Optional<ExchangeRate> ifFresh(@Nullable ExchangeRate rate, LocalDate businessDate) {
        return Optional.ofNullable(rate)
                .filter(one -> maxRateAgeDays == null
                        || !one.rateDate().plusDays(maxRateAgeDays).isBefore(businessDate));
    }
}
