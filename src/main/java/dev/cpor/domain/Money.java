package dev.cpor.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a currency. Its scale is how many minor units the currency had when the amount was rounded, and stays what it
 * was when a setting or a newer JDK says otherwise; see {@link CurrencyRules}.
 *
 * @param amount the amount with 0 to 4 decimals
 * @param currency the currency; one that has minor units, so not a fund or a metal such as {@code XAU}
 */
public record Money(BigDecimal amount, Currency currency) {
    /** The most decimals that an amount can have; the feeds and the tables have no room for more. */
    public static final int MOST_DECIMALS = 4;

    /** The currency that all amounts are told in beside their own, always in cents. */
    public static final Currency USD = Currency.getInstance("USD");

    private static final int CENTS = 2;

    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, currency -> currency));

    /** Refuses an amount that no currency can have. */
    public Money {
        if (currency.getDefaultFractionDigits() < 0 || amount.scale() < 0 || amount.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("The amount %s must have 0 to %d decimals, and %s minor units."
                    .formatted(amount.toPlainString(), MOST_DECIMALS, currency));
        }
    }

    /** Returns the currency of an ISO 4217 code; null when there is none, or it has no minor units. */
    public static @Nullable Currency currency(String code) {
        return CURRENCIES.get(code);
    }

    /** Returns an amount of USD, rounded half up to cents. */
    public static Money usd(BigDecimal exact) {
        return new Money(exact.setScale(CENTS, RoundingMode.HALF_UP), USD);
    }

    /**
     * Converts this amount to USD, rounding half up to cents.
     *
     * @param usdRate USD for one unit of the currency
     */
    public Money inUsd(BigDecimal usdRate) {
        return usd(amount.multiply(usdRate));
    }

    /** Says whether nothing is left after rounding. */
    public boolean isZero() {
        return amount.signum() == 0;
    }
}
