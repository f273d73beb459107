package dev.cpor.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Exchange rates for every working day, from two weeks before the first day on. */
final class ExchangeRateHistory {
    private static final int DAYS_BEFORE = 14;

    private ExchangeRateHistory() {}

    static void writeTo(Feeds feeds, String period, long seed, LocalDate from, LocalDate to) {
        Map<String, Long> usual = new LinkedHashMap<>();
        for (Country country : Country.ALL) {
            if (!country.currency().equals("USD")) {
                usual.put(country.currency(), country.usdMicros());
            }
        }
        Map<String, Long> rates = new LinkedHashMap<>(usual);
        for (LocalDate day = from.minusDays(DAYS_BEFORE); !day.isAfter(to); day = day.plusDays(1)) {
            if (!WorkingDays.isOne(day.toEpochDay())) {
                continue;
            }
            Dice dice = new Dice(seed, Feed.EXCHANGE_RATES, day.toEpochDay());
            for (Map.Entry<String, Long> rate : rates.entrySet()) {
                long before = rate.getValue();
                long pull = (usual.getOrDefault(rate.getKey(), before) - before) / 20;
                rate.setValue(before + pull + before * dice.between(-40, 40) / 10_000);
                feeds.row(
                        Feed.EXCHANGE_RATES,
                        period,
                        rate.getKey(),
                        day.toString(),
                        BigDecimal.valueOf(rate.getValue(), 6).toPlainString());
            }
        }
    }
}
