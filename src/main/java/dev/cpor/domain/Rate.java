package dev.cpor.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A row of the rate card.
 *
 * @param program the program of the claim
 * @param solutionArea what the line is about
 * @param product the product or workload it is for, null for any that has no row of its own
 * @param activity what the partner did for the customer
 * @param lever what the program calls this incentive
 * @param earningType {@code FEE} or {@code REBATE}
 * @param basis {@code REVENUE_PERCENT}, {@code PER_USER} or {@code PER_SEAT}
 * @param rate percent of the revenue, or units of {@code currency} per user or seat, with the decimals of the rate card
 * @param currency the currency of a rate per user or seat, null for a percentage
 * @param validFrom the first business date it counts on
 * @param validTo the last business date it counts on, null without end
 * @param usersFrom the fewest monthly active users of a line that it fits
 * @param usersTo the most monthly active users of a line that it fits, null without end
 */
public record Rate(
        Program program,
        SolutionArea solutionArea,
        @Nullable String product,
        Activity activity,
        String lever,
        EarningType earningType,
        Basis basis,
        BigDecimal rate,
        @Nullable Currency currency,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long usersFrom,
        @Nullable Long usersTo) {

    /** Refuses a rate whose currency does not suit its basis. */
    public Rate {
        if ((basis == Basis.REVENUE_PERCENT) != (currency == null)) {
            throw new IllegalArgumentException("A rate of basis %s must have a currency, one of %s must have none."
                    .formatted("PER_USER or PER_SEAT", Basis.REVENUE_PERCENT));
        }
    }

    /** Takes a rate for any number of users. */
    public Rate(
            Program program,
            SolutionArea solutionArea,
            @Nullable String product,
            Activity activity,
            String lever,
            EarningType earningType,
            Basis basis,
            BigDecimal rate,
            @Nullable Currency currency,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(
                program,
                solutionArea,
                product,
                activity,
                lever,
                earningType,
                basis,
                rate,
                currency,
                validFrom,
                validTo,
                0,
                null);
    }

    /** What an earning is called in the payout. */
    public enum EarningType {
        FEE,
        REBATE
    }

    /** What a rate is multiplied with. */
    public enum Basis {
        REVENUE_PERCENT,
        PER_USER,
        PER_SEAT
    }

    /** Says whether the rate counts on that business date. */
    public boolean isValidOn(LocalDate businessDate) {
        return !businessDate.isBefore(validFrom) && (validTo == null || !businessDate.isAfter(validTo));
    }

    /** Says whether the rate counts for a line of so many monthly active users. */
    public boolean isForUsers(long users) {
        return users >= usersFrom && (usersTo == null || users <= usersTo);
    }

    /**
     * Returns what the line earns: {@code annualRevenue × rate / 100} in the line's currency, or users or seats times the
     * rate in the rate's currency; rounded half up to the currency's minor unit.
     *
     * @param currencies says what that unit is
     */
    public Money earnedBy(ClaimLine line, CurrencyRules currencies) {
        return switch (basis) {
            case REVENUE_PERCENT ->
                currencies.rounded(line.annualRevenue().multiply(rate).movePointLeft(2), line.currency());
            case PER_USER -> perUnit(line.monthlyActiveUsers(), line, currencies);
            case PER_SEAT -> perUnit(line.seats(), line, currencies);
        };
    }

    private Money perUnit(long units, ClaimLine line, CurrencyRules currencies) {
        return currencies.rounded(
                BigDecimal.valueOf(units).multiply(rate), currency != null ? currency : line.currency());
    }
}
