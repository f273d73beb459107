package dev.cpor.decision;

import dev.cpor.domain.ExchangeRate;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Knows what currencies are worth. */
@FunctionalInterface
public interface ExchangeRates {
    /** Returns the newest rate at or before that day, or null where there is none; never asked for USD. */
    @Nullable
    ExchangeRate newest(Currency currency, LocalDate businessDate);
}
