package dev.cpor.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rates that claim lines can earn.
 *
 * @param rates in the order of the rate card
 * @param lines the line of each rate in its file, the header being line 1
 */
public record RateCard(List<Rate> rates, List<Integer> lines) {

    /** Takes copies of the lists. */
    public RateCard {
        rates = List.copyOf(rates);
        lines = List.copyOf(lines);
        if (rates.size() != lines.size()) {
            throw new IllegalArgumentException(
                    "Each of the %d rates must have a line, but there are %d.".formatted(rates.size(), lines.size()));
        }
    }

    /** Takes rates that follow one another from line 2 on. */
    public RateCard(List<Rate> rates) {
        this(rates, IntStream.range(2, rates.size() + 2).boxed().toList());
    }

    /** Returns the line of a rate that this rate card returned; two equal rates have each its own. */
    @SuppressWarnings("ReferenceEquality")
    public int lineOf(Rate rate) {
        for (int i = 0; i < rates.size(); i++) {
            if (rates.get(i) == rate) {
                return lines.get(i);
            }
        }
        throw new IllegalArgumentException("The rate is not one of this rate card: " + rate);
    }

    /**
     * Returns the rates that fit a line: those of the same program, solution area and activity that are valid on the business
     * date, are for so many users and name the product or workload, or, where there is none, those that name no product.
     */
    public List<Rate> fitting(Program program, Activity activity, ClaimLine line, LocalDate businessDate) {
        List<Rate> valid = rates.stream()
                .filter(rate -> rate.program() == program
                        && rate.activity() == activity
                        && rate.solutionArea() == line.solutionArea()
                        && rate.isValidOn(businessDate)
                        && rate.isForUsers(line.monthlyActiveUsers()))
                .toList();
        List<Rate> own = valid.stream()
                .filter(rate -> line.productOrWorkload().equals(rate.product()))
                .toList();
        return own.isEmpty()
                ? valid.stream().filter(rate -> rate.product() == null).toList()
                : own;
    }
}
