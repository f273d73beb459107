package dev.cpor.reference;

import static dev.cpor.reference.Deliveries.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Partners, customers and exchange rates that change, come late, or never come. */
final class RandomParties {

    /** Currencies with 2, 0 and 3 decimals; some have rates from the first day, KWD later, CHF only dated ahead, BHD never. */
    static final String CURRENCIES = "USD USD USD USD USD EUR EUR EUR JPY JPY KWD KWD GBP BHD CHF";

    private final Dice dice;
    private final Deliveries deliveries;
    private final List<String> partners = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();
    private int names;

    RandomParties(Dice dice, Deliveries deliveries, int claims) {
        this.dice = dice;
        this.deliveries = deliveries;
        for (int i = 1; i <= Math.max(6, claims / 25); i++) {
            partner("P-%03d".formatted(i));
        }
        for (int i = 1; i <= Math.max(10, claims / 8); i++) {
            customer("T-%04d".formatted(i));
        }
        exchangeRates();
    }

    /** A partner that is known most of the time: some come late, one never. */
    String somePartner() {
        return dice.chance(2) ? "P-NOBODY" : dice.pick(partners);
    }

    String someCustomer() {
        return dice.chance(1) ? "T-NOBODY" : dice.pick(customers);
    }

    private LocalDate someDay() {
        return deliveries.from.plusDays(dice.between(0, deliveries.days().size() - 1));
    }

    private void partner(String id) {
        partners.add(id);
        boolean valid = dice.chance(85);
        LocalDate day = dice.chance(94) ? deliveries.from : someDay();
        deliver(day, id, valid);
        int changes = valid ? dice.between(-2, 1) : dice.between(0, 3);
        for (int i = 0; i < changes; i++) {
            day = day.plusDays(dice.between(1, 25));
            valid = !valid || dice.chance(60);
            deliver(day, id, valid);
        }
    }

    private void deliver(LocalDate day, String id, boolean valid) {
        String programs = dice.word("OSU;OSA OSU;OSA OSU;OSA OSU;OSA OSU;OSA OSU;OSA OSA;OSU OSA;OSU OSU OSA none");
        String areas = dice.word("BUSINESS_APPLICATIONS;MODERN_WORK ".repeat(7)
                + "MODERN_WORK;BUSINESS_APPLICATIONS BUSINESS_APPLICATIONS MODERN_WORK none");
        deliveries.add(
                day,
                FeedKind.PARTNERS,
                row(
                        "mpn_id=" + id,
                        // Never the same bytes twice, so that a change back is read as well.
                        "name=" + dice.word("Müller Ömer 山田 O'Neill") + ", \"" + id + "\" " + ++names,
                        "country=" + dice.word("US DE JP KW"),
                        "currency=" + dice.word(CURRENCIES),
                        "programs=" + programs.replace("none", ""),
                        "payout_profile_valid=" + valid,
                        "designations=" + areas.replace("none", "")));
    }

    private void customer(String id) {
        customers.add(id);
        deliveries.add(
                dice.chance(95) ? deliveries.from : someDay(),
                FeedKind.CUSTOMERS,
                row(
                        "tenant_id=" + id,
                        "name=" + dice.word("Bäckerei Café Ω") + "\r\n" + id,
                        "country=" + dice.word("US DE JP KW"),
                        "public_sector=" + dice.chance(20)));
    }

    private void exchangeRates() {
        int days = deliveries.days().size();
        for (int i = 0; i < days; i += dice.between(1, 6)) {
            LocalDate day = deliveries.from.plusDays(i);
            rate(day, "EUR", day, "1.0" + dice.between(100, 99999));
            rate(day, "JPY", day.minusDays(dice.between(0, 3)), "0.00" + dice.between(6100, 6999));
            rate(day, "GBP", day, "1.2" + dice.between(0, 9) + "5");
            if (i > days / 2) {
                rate(day, "KWD", day.minusDays(dice.between(0, 20)), "3." + dice.between(200000, 299999));
            }
            if (dice.chance(40)) {
                rate(day, "CHF", day.plusDays(dice.between(15, 40)), "1.1");
            }
            if (dice.chance(10)) {
                rate(day, "USD", day, "2");
            }
        }
    }

    private void rate(LocalDate arrival, String currency, LocalDate date, String rate) {
        deliveries.add(
                arrival, FeedKind.EXCHANGE_RATES, row("currency=" + currency, "rate_date=" + date, "usd_rate=" + rate));
    }
}
