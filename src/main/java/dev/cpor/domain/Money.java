package dev.cpor.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of a currency, always with exactly the currency's ISO 4217 minor units.
 *
 * @param amount the amount, its scale being {@code currency.getDefaultFractionDigits()}
 * @param currency the currency; one that has minor units, so not a fund or a metal such as {@code XAU}
 */
public record Money(BigDecimal amount, Currency currency) {

    /** Refuses an amount that has other than the currency's minor units. */
    public Money {
        int minorUnits = currency.getDefaultFractionDigits();
        if (minorUnits < 0 || amount.scale() != minorUnits) {
            throw new IllegalArgumentException(
                    "The amount %s must have the %d minor units of %s.".formatted(amount, minorUnits, currency));
        }
    }

    /** Rounds half up to the currency's minor units. */
    public static Money rounded(BigDecimal exact, Currency currency) {
        return new Money(exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
    }

    /**
     * Converts this amount, rounding half up to the other currency's minor units.
     *
     * @param rate units of the other currency for one unit of this one
     */
    public Money in(Currency other, BigDecimal rate) {
        return rounded(amount.multiply(rate), other);
    }

    /** Says whether nothing is left after rounding. */
    public boolean isZero() {
        return amount.signum() == 0;
    }
}
