package dev.cpor.store.claim;

import dev.cpor.decision.ExchangeRates;
import dev.cpor.domain.ExchangeRate;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows the exchange rates that feeds have brought. */
public class ExchangeRateTable {
    private final JdbcClient jdbc;

    ExchangeRateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the newest rate of each currency at or before that day, once; intake is over when assessment asks. */
    public ExchangeRates asOf(LocalDate businessDate) {
        Map<Currency, ExchangeRate> newest = new HashMap<>();
        jdbc.sql("""
                        select currency, rate_date, usd_rate
                          from exchange_rate
                          join (select currency, max(rate_date) as rate_date
                                  from exchange_rate where rate_date <= ? group by currency) newest
                         using (currency, rate_date)
                        """)
                .params(businessDate)
                .query((row, n) -> new ExchangeRate(
                        Currency.getInstance(row.getString("currency")),
                        row.getObject("rate_date", LocalDate.class),
                        row.getBigDecimal("usd_rate")))
                .list()
                .forEach(rate -> newest.put(rate.currency(), rate));
        return (currency, day) -> of(newest, currency, day, businessDate);
    }

    private static @Nullable ExchangeRate of(
            Map<Currency, ExchangeRate> newest, Currency currency, LocalDate day, LocalDate businessDate) {
        if (!day.equals(businessDate)) {
            throw new IllegalArgumentException(
                    "The rates were read as of %s, but %s was asked for.".formatted(businessDate, day));
        }
        return newest.get(currency);
    }
}
