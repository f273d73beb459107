package dev.cpor.decision;

import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What assessment knows of currencies.
 *
 * @param rules how amounts are rounded, and how long an exchange rate is good for
 * @param rates what currencies are worth
 */
public record Currencies(CurrencyRules rules, ExchangeRates rates) {
    /**
     * Returns the exchange rate that counts on that business date: the newest, null where there is none or it is too old; for
     * USD always 1 on the day itself.
     */
    @Nullable
    ExchangeRate exchange(Currency currency, LocalDate businessDate) {
        return currency.equals(Money.USD)
                ? new ExchangeRate(currency, businessDate, BigDecimal.ONE)
                : rules.ifFresh(rates.newest(currency, businessDate), businessDate)
                        .orElse(null);
    }
}
