package dev.cpor.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * The rates that claim lines can earn.
 *
 * @param rates in the order of the rate card
 */
public record RateCard(List<Rate> rates) {

    /** Takes a copy of the list. */
    public RateCard {
        rates = List.copyOf(rates);
    }

    /**
     * Returns the rates that fit: those of the same program, solution area and activity that are valid on the business
     * date and name the product or workload, or, where there is none, those that name no product.
     */
    public List<Rate> fitting(
            Program program,
            Activity activity,
            SolutionArea solutionArea,
            String productOrWorkload,
            LocalDate businessDate) {
        List<Rate> valid = rates.stream()
                .filter(rate -> rate.program() == program
                        && rate.activity() == activity
                        && rate.solutionArea() == solutionArea
                        && rate.isValidOn(businessDate))
                .toList();
        List<Rate> own = valid.stream()
                .filter(rate -> productOrWorkload.equals(rate.product()))
                .toList();
        return own.isEmpty()
                ? valid.stream().filter(rate -> rate.product() == null).toList()
                : own;
    }
}
