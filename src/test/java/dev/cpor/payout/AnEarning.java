package dev.cpor.payout;

import dev.cpor.domain.Activity;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Earning;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.Money;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.Rate;
import dev.cpor.domain.SolutionArea;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds earnings whose numbers agree; reads as a sentence. */
public final class AnEarning {
    public static final String RULESET = "5f".repeat(32);

    private String claimId = "C-1";
    private int lineNo = 1;
    private int n = 1;
    private String partner = "Contoso";
    private String customer = "Fabrikam";
    private Program program = Program.OSU;
    private LocalDate businessDate = LocalDate.parse("2026-11-20");
    private String product = "Dynamics 365 Sales";
    private @Nullable Long seats;
    private BigDecimal revenue = new BigDecimal("1000");
    private BigDecimal rate = new BigDecimal("10");
    private Currency currency = Money.USD;
    private CurrencyRules currencies = CurrencyRules.iso4217();
    private BigDecimal usdRate = BigDecimal.ONE;
    private @Nullable String reverses;
    private String ruleName = "A rate of the rate card fits the line";
    private String ruleset = RULESET;

    private AnEarning() {}

    public static AnEarning anEarning() {
        return new AnEarning();
    }

    public AnEarning ofClaim(String id) {
        claimId = id;
        return this;
    }

    public AnEarning number(int number) {
        n = number;
        return this;
    }

    public AnEarning ofLine(int number) {
        lineNo = number;
        return this;
    }

    public AnEarning ofPartner(String name) {
        partner = name;
        return this;
    }

    public AnEarning forCustomer(String name) {
        customer = name;
        return this;
    }

    public AnEarning forProduct(String name) {
        product = name;
        return this;
    }

    public AnEarning in(Program one) {
        program = one;
        return this;
    }

    public AnEarning on(LocalDate date) {
        businessDate = date;
        return this;
    }

    public AnEarning percent(String percent, String annualRevenue, String code) {
        seats = null;
        rate = new BigDecimal(percent);
        revenue = new BigDecimal(annualRevenue);
        currency = Currency.getInstance(code);
        return this;
    }

    public AnEarning perSeat(String amount, long count, String code) {
        seats = count;
        rate = new BigDecimal(amount);
        currency = Currency.getInstance(code);
        return this;
    }

    public AnEarning atUsd(String rateToUsd) {
        usdRate = new BigDecimal(rateToUsd);
        return this;
    }

    public AnEarning roundedBy(CurrencyRules rules) {
        currencies = rules;
        return this;
    }

    public AnEarning reversing(String earningId) {
        reverses = earningId;
        return this;
    }

    public AnEarning byRule(String name) {
        ruleName = name;
        return this;
    }

    public AnEarning ofRuleset(String fingerprint) {
        ruleset = fingerprint;
        return this;
    }

    public Earning build() {
        int sign = reverses == null ? 1 : -1;
        Long count = seats == null ? null : Long.valueOf(sign * seats);
        boolean perSeat = count != null;
        BigDecimal transaction = revenue.multiply(BigDecimal.valueOf(sign));
        BigDecimal exact = count != null
                ? rate.multiply(BigDecimal.valueOf(count))
                : transaction.multiply(rate).movePointLeft(2);
        Money earned = currencies.rounded(exact, currency);
        return new Earning(
                claimId,
                lineNo,
                n,
                new Partner("4812345", partner, "DE", "EUR", Set.of(program), true, Set.of()),
                program,
                new Customer("72f988bf-86f1-41af-91ab-2d7cd011db47", customer, "US", false),
                perSeat ? SolutionArea.MODERN_WORK : SolutionArea.BUSINESS_APPLICATIONS,
                perSeat ? null : product,
                perSeat ? null : "sub-1",
                perSeat ? "Exchange" : null,
                new Rate(
                        program,
                        perSeat ? SolutionArea.MODERN_WORK : SolutionArea.BUSINESS_APPLICATIONS,
                        null,
                        Activity.USAGE,
                        "Usage",
                        Rate.EarningType.FEE,
                        perSeat ? Rate.Basis.PER_SEAT : Rate.Basis.REVENUE_PERCENT,
                        rate,
                        perSeat ? currency : null,
                        LocalDate.parse("2026-01-01"),
                        null),
                count,
                perSeat ? null : currencies.rounded(transaction, currency),
                earned,
                new ExchangeRate(
                        currency, currency.equals(Money.USD) ? businessDate : businessDate.minusDays(1), usdRate),
                earned.inUsd(usdRate),
                businessDate,
                reverses,
                reverses == null ? null : "CLAWBACK",
                ruleName,
                ruleset);
    }
}
