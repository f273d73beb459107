package dev.cpor.reference;

import static dev.cpor.reference.Deliveries.row;
import static dev.cpor.reference.Deliveries.with;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Claim lines that meet the rate card where it hurts: at its limits, at zero, and at exact halves of a cent. */
final class RandomLines {

    private final Dice dice;
    private final List<String> products;
    private final List<String> workloads;
    private final List<BigDecimal> percentages;

    RandomLines(Dice dice, Path rateCard) {
        this.dice = dice;
        List<Map<String, String>> rates = new ReferenceRates(rateCard).rows();
        products = names(rates, "BUSINESS_APPLICATIONS", "Unheard-of Suite");
        workloads = names(rates, "MODERN_WORK", "Unheard-of Workload");
        percentages = rates.stream()
                .filter(rate -> ReferenceRates.get(rate, "basis").equals("REVENUE_PERCENT"))
                .map(ReferenceRates::rate)
                .filter(rate -> rate.signum() > 0)
                .toList();
    }

    private static List<String> names(List<Map<String, String>> rates, String area, String unknown) {
        return Stream.concat(
                        rates.stream()
                                .filter(rate -> ReferenceRates.get(rate, "solution_area")
                                        .equals(area))
                                .map(rate -> ReferenceRates.get(rate, "product"))
                                .filter(name -> !name.isEmpty()),
                        Stream.of(unknown))
                .distinct()
                .toList();
    }

    /** A row for the line; two rows for one line may differ in everything. */
    Map<String, String> line(String claim, int number) {
        String currency = dice.word(RandomParties.CURRENCIES);
        Map<String, String> line = row(
                "claim_id=" + claim,
                "line_no=" + number,
                "channel=" + dice.word("DIRECT DIRECT DIRECT DIRECT VOLUME_LICENSING VOLUME_LICENSING CSP"),
                "seats=" + (dice.chance(50) ? dice.word("0 1 149 150 151") : dice.between(0, 5000)),
                "monthly_active_users=" + (dice.chance(30) ? dice.word("0 1 2 3") : dice.between(0, 90000)),
                "annual_revenue=" + revenue(currency),
                "currency=" + currency);
        return dice.chance(60)
                ? with(
                        line,
                        "solution_area=BUSINESS_APPLICATIONS",
                        "product=" + dice.pick(products),
                        "subscription_id=S-" + claim + "-" + dice.between(number, number + 1),
                        "subscription_state=" + state("ACTIVE ACTIVE ACTIVE ACTIVE GRACE GRACE SUSPENDED EXPIRED none"))
                : with(
                        line,
                        "solution_area=MODERN_WORK",
                        "workload=" + dice.pick(workloads),
                        "subscription_state=" + state("ACTIVE EXPIRED none"));
    }

    private String state(String words) {
        return dice.word(words).replace("none", "");
    }

    private String revenue(String currency) {
        int kind = dice.between(0, 9);
        if (kind == 0) {
            return dice.word("0 0.00 0.0000");
        } else if (kind < 3) {
            return dice.word("0.01 0.04 0.05 0.0499 0.0500 0.1 0.14 0.15 1.05 1.45 5 50 12.35 16.6667 33.3333 66.6667");
        } else if (kind < 6 && !percentages.isEmpty()) {
            return exactHalf(dice.pick(percentages), currency);
        }
        int decimals = dice.between(0, 4);
        return BigDecimal.valueOf(dice.between(1, 2_000_000_000), decimals).toPlainString();
    }

    /** A revenue of which the percentage is half a minor unit more than some whole number of them, if there is one. */
    private String exactHalf(BigDecimal percentage, String currency) {
        int minorUnits = Currency.getInstance(currency).getDefaultFractionDigits();
        BigDecimal target = new BigDecimal(dice.between(0, 99_999) + ".5").movePointLeft(minorUnits);
        try {
            BigDecimal revenue = target.movePointRight(2).divide(percentage).stripTrailingZeros();
            return revenue.scale() <= 4 ? revenue.toPlainString() : "0.05";
        } catch (ArithmeticException e) {
            return "0.5";
        }
    }

    /** What a dispute calls the line. */
    static String nameInDispute(Map<String, String> line) {
        return line.getOrDefault("subscription_id", line.getOrDefault("workload", ""));
    }
}
