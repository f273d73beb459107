package dev.cpor.decision;

import static dev.cpor.decision.IncentiveFixture.*;
import static dev.cpor.domain.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.*;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Rate.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncentiveDecidingTest {
    private static final Partner PARTNER =
            new Partner("mpn", "Contoso", "DE", "EUR", Set.of(Program.OSU), true, Set.of());
    private static final Customer CUSTOMER = new Customer("tenant", "Fabrikam", "FR", false);
    private static final ExchangeRates EXCHANGE =
            (currency, day) -> currency.getCurrencyCode().equals("CHF")
                    ? null
                    : new ExchangeRate(currency, day.minusDays(3), new BigDecimal("1.083333"));
    private static final Rate PERCENT = percent("7.5", null);
    private static final Finding EARNS = new Finding.LineEarns("It earns", 1);

    @ParameterizedTest
    @CsvSource({
        "USD, 1000.00, 7.5, 75.00",
        "EUR, 0.13, 50, 0.07",
        "EUR, 0.1299, 50, 0.06",
        "JPY, 101, 50, 51",
        "JPY, 100.9999, 50, 50",
        "KWD, 1.001, 50, 0.501",
        "KWD, 1.0009, 50, 0.500",
    })
    void roundsAPercentageHalfUpToTheMinorUnit(String currency, BigDecimal revenue, String rate, String earned) {
        Earning earning = earned(decide(line(1, revenue, currency), List.of(percent(rate, null)), EARNS));

        assertThat(earning.earned().amount()).isEqualTo(new BigDecimal(earned));
        assertThat(earning.earned().currency()).isEqualTo(Currency.getInstance(currency));
        assertThat(earning.quantity()).isNull();
        assertThat(earning.transactionAmount())
                .isEqualTo(CurrencyRules.iso4217().rounded(revenue, Currency.getInstance(currency)));
    }

    @ParameterizedTest
    @CsvSource({
        "PER_USER, 0.375, KWD, 33, 12.375, 13.41",
        "PER_USER, 0.333333, KWD, 33, 11.000, 11.92",
        "PER_USER, 115, JPY, 33, 3795, 4111.25",
        "PER_SEAT, 1.5, JPY, 77, 116, 125.67",
        "PER_SEAT, 0.45, USD, 77, 34.65, 34.65",
    })
    void multipliesUsersOrSeatsInTheCurrencyOfTheRate(
            Basis basis, String rate, String currency, long quantity, String earned, String usd) {
        Earning earning = earned(decide(line(1), List.of(perUnit(basis, rate, currency)), EARNS));

        assertThat(earning.earned()).isEqualTo(new Money(new BigDecimal(earned), Currency.getInstance(currency)));
        assertThat(earning.earnedUsd().amount()).isEqualTo(new BigDecimal(usd));
        assertThat(earning.quantity()).isEqualTo(quantity);
        assertThat(earning.transactionAmount()).isNull();
    }

    @Test
    void keepsEverythingThatTheExtractNeeds() {
        Earning earning = earned(decide(line(1), List.of(perUnit(Basis.PER_USER, "1", "USD")), EARNS));

        assertThat(earning.earningId()).isEqualTo("C-1-1-3");
        assertThat(earning.exchange())
                .isEqualTo(new ExchangeRate(Currency.getInstance("USD"), TONIGHT, BigDecimal.ONE));
        assertThat(earning.businessDate()).isEqualTo(TONIGHT);
        assertThat(earning.ruleName()).isEqualTo("It earns");
        assertThat(earning.ruleset()).isEqualTo("fingerprint");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31, 1.00", "2026-11-01, 2.00"})
    void changesTheRateOnItsDay(LocalDate day, String earned) {
        Rate until = rate("Sales", Basis.REVENUE_PERCENT, "10", null, JANUARY, LocalDate.of(2026, 10, 31));
        Rate from = rate("Sales", Basis.REVENUE_PERCENT, "20", null, LocalDate.of(2026, 11, 1), null);

        Decision decision =
                decide(claim(), true, List.of(line(1, BigDecimal.TEN, "EUR")), List.of(until, from), day, EARNS);

        assertThat(earned(decision).earned().amount()).isEqualTo(new BigDecimal(earned));
    }

    @Test
    void prefersTheRateOfTheProduct() {
        Rate any = percent("1", null);
        Rate own = percent("2", "Sales");
        Rate other = percent("3", "Finance");

        assertThat(earned(decide(line(1), List.of(any, own, other), EARNS)).rate())
                .isSameAs(own);
        assertThat(earned(decide(line(1), List.of(other, any), EARNS)).rate()).isSameAs(any);
    }

    @Test
    void quarantinesALineThatTwoRatesFitAndNamesBothRows() {
        Decision decision = decide(line(1), List.of(percent("3", "Finance"), PERCENT, PERCENT), EARNS);

        assertThat(decision)
                .isEqualTo(new Decision.Quarantined(
                        claim(),
                        List.of("It earns"),
                        "2 rates fit line 1 of claim C-1 on 2026-11-20: incentive/rate-card.csv:3 and"
                                + " incentive/rate-card.csv:4; end all but one of them with valid_to."));
    }

    @Test
    void asksForNoRateOfALineThatIsRuledOut() {
        List<Rate> two = List.of(percent("1", null), percent("2", null));

        assertThat(reasons(decide(line(1), two, EARNS, new Finding.LineIneligible("No", 1, CHANNEL_NOT_ELIGIBLE))))
                .isEqualTo(Map.of(CHANNEL_NOT_ELIGIBLE, "No"));
        assertThat(reasons(decide(line(1), List.of(), new Finding.LineIneligible("No", 1, NO_DESIGNATION))))
                .isEqualTo(Map.of(NO_DESIGNATION, "No"));
    }

    @Test
    void saysThatNoRateFitsOrNothingIsLeft() {
        assertThat(reasons(decide(line(1), List.of()))).isEqualTo(Map.of(NO_RATE, "Incentive assessment"));
        assertThat(reasons(decide(line(1), List.of(PERCENT)))).isEqualTo(Map.of(NO_RATE, "Incentive assessment"));
        assertThat(reasons(decide(line(1, new BigDecimal("0.06"), "EUR"), List.of(PERCENT), EARNS)))
                .isEqualTo(Map.of(NOTHING_TO_EARN, "Incentive assessment"));
        assertThat(reasons(decide(line(1, BigDecimal.ZERO, "CHF"), List.of(PERCENT), EARNS)))
                .isEqualTo(Map.of(NOTHING_TO_EARN, "Incentive assessment"));
    }

    @Test
    void keepsAllReasonsOfAClaimThatIsIneligible() {
        Decision decision = decide(
                line(1),
                List.of(PERCENT),
                EARNS,
                new Finding.ClaimIneligible("B", RECOGNITION_ONLY),
                new Finding.ClaimIneligible("A", PARTNER_NOT_ENROLLED),
                new Finding.LineIneligible("C", 1, NO_DESIGNATION));

        assertThat(decision).isInstanceOfSatisfying(Decision.HandedOff.class, it -> {
            assertThat(it.isEligible()).isFalse();
            assertThat(it.reasons()).isEqualTo(Map.of(RECOGNITION_ONLY, "B", PARTNER_NOT_ENROLLED, "A"));
            assertThat(it.lines().get(0).reasons()).isEqualTo(Map.of(NO_DESIGNATION, "C"));
        });
    }

    @Test
    void letsAHoldWinOverEverything() {
        Finding hold = new Finding.Hold("Wait", PAYOUT_PROFILE_INVALID);
        Decision expected = held(claim(), true, PAYOUT_PROFILE_INVALID, "Wait");

        assertThat(decide(line(1), List.of(PERCENT), EARNS, hold, new Finding.ClaimIneligible("A", RECOGNITION_ONLY)))
                .isEqualTo(expected);
        assertThat(decide(line(1), List.of(PERCENT, PERCENT), EARNS, hold)).isEqualTo(expected);
        assertThat(decide(line(1, BigDecimal.TEN, "CHF"), List.of(PERCENT), EARNS, hold))
                .isEqualTo(expected);
    }

    @Test
    void holdsAClaimWhoseLineWouldEarnWithoutAnExchangeRate() {
        List<ClaimLine> lines = List.of(line(1, BigDecimal.TEN, "CHF"), line(2, BigDecimal.TEN, "EUR"));

        assertThat(decide(claim(), true, lines, List.of(PERCENT), TONIGHT, EARNS, new Finding.LineEarns("It earns", 2)))
                .isEqualTo(held(claim(), true, NO_EXCHANGE_RATE, "Incentive assessment"));
    }

    @Test
    void holdsAClaimWhoseExchangeRateIsTooOld() {
        // The newest rate is three days old.
        assertThat(earned(decideWith(new CurrencyRules(Map.of(), 3), "EUR"))
                        .exchange()
                        .rateDate())
                .isEqualTo(TONIGHT.minusDays(3));
        assertThat(decideWith(new CurrencyRules(Map.of(), 2), "EUR"))
                .isEqualTo(held(claim(), true, NO_EXCHANGE_RATE, "Incentive assessment"));
        assertThat(earned(decideWith(new CurrencyRules(Map.of(), 0), "USD"))
                        .exchange()
                        .rateDate())
                .isEqualTo(TONIGHT);
    }

    @Test
    void roundsToTheMinorUnitsThatTheSettingsName() {
        Earning earning = earned(decideWith(new CurrencyRules(Map.of(Currency.getInstance("ISK"), 2), null), "ISK"));

        assertThat(earning.earned().amount()).isEqualTo(new BigDecimal("7.54"));
        assertThat(earning.transactionAmount())
                .isEqualTo(new Money(new BigDecimal("100.57"), Currency.getInstance("ISK")));
        assertThat(earning.earnedUsd().amount()).isEqualTo(new BigDecimal("8.17"));
        assertThat(earned(decideWith(CurrencyRules.iso4217(), "ISK")).earned().amount())
                .isEqualTo(new BigDecimal("8"));
    }

    @Test
    void writesAHoldOnceWhileItLasts() {
        Finding hold = new Finding.Hold("Wait", PAYOUT_PROFILE_INVALID);
        OpenClaim noted = claim(PAYOUT_PROFILE_INVALID);

        assertThat(decide(noted, false, List.of(line(1)), List.of(), TONIGHT, hold))
                .isEqualTo(new Decision.Unchanged(noted));
        assertThat(decide(noted, false, List.of(line(1, BigDecimal.TEN, "CHF")), List.of(PERCENT), TONIGHT, EARNS))
                .isEqualTo(held(noted, false, NO_EXCHANGE_RATE, "Incentive assessment"));
    }

    @Test
    void assessesAClaimWithoutLinesAsIneligible() {
        assertThat(decide(claim(), true, List.of(), List.of(PERCENT), TONIGHT))
                .isInstanceOfSatisfying(Decision.HandedOff.class, it -> {
                    assertThat(it.lines()).isEmpty();
                    assertThat(it.isEligible()).isFalse();
                });
    }

    @Test
    void decidesTheSameForEveryOrderOfFindings() {
        List<Finding> findings = new ArrayList<>(List.of(
                EARNS,
                new Finding.LineEarns("Also", 1),
                new Finding.LineIneligible("B", 2, NO_DESIGNATION),
                new Finding.LineIneligible("A", 2, NO_DESIGNATION),
                new Finding.LineIneligible("C", 2, BELOW_MINIMUM_SEATS)));
        List<ClaimLine> lines = new ArrayList<>(List.of(line(1), line(2)));
        Decision expected = decide(claim(), true, lines, List.of(PERCENT), TONIGHT, findings.toArray(Finding[]::new));
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(findings, random);
            Collections.shuffle(lines, random);
            assertThat(decide(claim(), true, lines, List.of(PERCENT), TONIGHT, findings.toArray(Finding[]::new)))
                    .isEqualTo(expected);
        }
    }

    private static Decision decideWith(CurrencyRules currencies, String currency) {
        ClaimLine line = line(1, new BigDecimal("100.5678"), currency);
        return decide(claim(), true, List.of(line), List.of(PERCENT), TONIGHT, currencies, EARNS);
    }

    private static Decision decide(ClaimLine line, List<Rate> rates, Finding... findings) {
        return decide(claim(), true, List.of(line), rates, TONIGHT, findings);
    }

    private static Decision decide(
            OpenClaim claim,
            boolean consentElapses,
            List<ClaimLine> lines,
            List<Rate> rates,
            LocalDate day,
            Finding... findings) {
        return decide(claim, consentElapses, lines, rates, day, CurrencyRules.iso4217(), findings);
    }

    private static Decision decide(
            OpenClaim claim,
            boolean consentElapses,
            List<ClaimLine> lines,
            List<Rate> rates,
            LocalDate day,
            CurrencyRules currencies,
            Finding... findings) {
        // Equal rates are told apart as rows of a file are.
        List<Rate> rows = rates.stream().map(IncentiveFixture::copy).toList();
        return Deciding.incentive(
                new Verdict.ToAssess(claim, List.of(), consentElapses, "Hand off"),
                new Assessable(claim, PARTNER, CUSTOMER, lines, Map.of(1, 2)),
                new Findings(Map.of(1L, List.of(findings)), Map.of()),
                new RateCard(rates.stream().distinct().count() == rates.size() ? rates : rows),
                new Currencies(currencies, EXCHANGE),
                day,
                "fingerprint");
    }

    private static Earning earned(Decision decision) {
        return ((Decision.HandedOff) decision).earnings().get(0);
    }

    private static Map<ReasonCode, String> reasons(Decision decision) {
        return ((Decision.HandedOff) decision).lines().get(0).reasons();
    }

    private static Decision held(OpenClaim claim, boolean consentElapses, ReasonCode reason, String rule) {
        ByReason holds = new ByReason();
        holds.add(reason, rule);
        return new Decision.Held(claim, List.of(), consentElapses, holds.rules());
    }
}
