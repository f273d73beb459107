package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds, reasons and amounts worked out by hand; a claim approved on 2 November is assessed in the night of the 10th. */
class ReferenceMoneyTest {

    @TempDir
    Path inbox;

    private static List<String> earnings(SmallWorld world) {
        return world.nights.earnings().stream()
                .map(e -> "%s %s %s = USD %s at %s of %s"
                        .formatted(
                                e.earningId(),
                                e.currency(),
                                e.amount().toPlainString(),
                                e.usd().toPlainString(),
                                e.exchangeRate().toPlainString(),
                                e.exchangeRateDate()))
                .toList();
    }

    private SmallWorld earning(String... line) {
        return new SmallWorld(inbox)
                .exchangeRate("EUR", "2026-11-01", "1.0835")
                .exchangeRate("EUR", "2026-11-11", "2")
                .exchangeRate("JPY", "2026-11-10", "0.0065")
                .exchangeRate("KWD", "2026-11-10", "3.255")
                .approved("C-1", "2026-11-02")
                .line("C-1", 1, line);
    }

    @Test
    void aShareOfTheRevenueIsRoundedHalfUpToTheCurrency() {
        assertThat(earnings(earning("annual_revenue=0.05").nights("2026-11-02", "2026-11-10")))
                .containsExactly("C-1-1-1 USD 0.01 = USD 0.01 at 1 of 2026-11-10");
    }

    @Test
    void theNewestExchangeRateAtOrBeforeTheBusinessDateCounts() {
        assertThat(earnings(earning("annual_revenue=100", "currency=EUR").nights("2026-11-02", "2026-11-10")))
                .containsExactly("C-1-1-1 EUR 10.00 = USD 10.84 at 1.0835 of 2026-11-01");
    }

    @Test
    void aCurrencyWithoutCentsRoundsToWholeUnits() {
        assertThat(earnings(earning("annual_revenue=5", "currency=JPY").nights("2026-11-02", "2026-11-10")))
                .containsExactly("C-1-1-1 JPY 1 = USD 0.01 at 0.0065 of 2026-11-10");
    }

    @Test
    void aCurrencyWithThousandthsRoundsToThem() {
        assertThat(earnings(earning("annual_revenue=0.0049", "currency=KWD")
                        .line("C-1", 2, "annual_revenue=0.005", "currency=KWD")
                        .nights("2026-11-02", "2026-11-10")))
                .containsExactly("C-1-2-1 KWD 0.001 = USD 0.00 at 3.255 of 2026-11-10");
    }

    @Test
    void aLineThatEarnsNothingIsIneligible() {
        SmallWorld world = earning("annual_revenue=0.0499").nights("2026-11-02", "2026-11-10");
        assertThat(world.byNight("C-1")).containsExactly("2026-11-10 HANDED_OFF [NOTHING_TO_EARN]");
        assertThat(world.state("C-1")).isEqualTo("APPROVED,,ELAPSED,INELIGIBLE,2026-11-02,6");
    }

    @Test
    void aProductsOwnRateWinsOnlyOnTheDaysOnWhichItIsValid() {
        SmallWorld world = new SmallWorld(inbox)
                .approved("C-1", "2026-11-02")
                .line("C-1", 1, "product=Sales Suite")
                .approved("C-2", "2026-11-07")
                .line("C-2", 1, "product=Sales Suite")
                .nights("2026-11-02", "2026-11-15");
        assertThat(earnings(world))
                .containsExactly(
                        "C-1-1-1 USD 125.00 = USD 125.00 at 1 of 2026-11-10",
                        "C-2-1-1 USD 100.00 = USD 100.00 at 1 of 2026-11-15");
    }

    @Test
    void anInvalidPayoutProfileHoldsTheClaimOnceUntilItIsValid() {
        SmallWorld world = new SmallWorld(inbox)
                .partner("P-1", false)
                .approved("C-1", "2026-11-02")
                .nights("2026-11-02", "2026-11-12");
        assertThat(world.state("C-1")).isEqualTo("APPROVED,,ELAPSED,NOT_ASSESSED,2026-11-02,6");
        assertThat(world.byNight("C-1")).containsExactly("2026-11-10 HOLD [PAYOUT_PROFILE_INVALID]");
        world.partner("P-1", true).nights("2026-11-13", "2026-11-14");
        assertThat(world.state("C-1")).isEqualTo("APPROVED,,ELAPSED,ELIGIBLE,2026-11-02,7");
        assertThat(world.nights.earnings()).singleElement().satisfies(earning -> assertThat(earning.earningDate())
                .hasToString("2026-11-13"));
    }

    @Test
    void aHoldWinsOverAClaimThatIsIneligibleAnyway() {
        SmallWorld world = new SmallWorld(inbox)
                .partner("P-1", false, "programs=OSU")
                .approved("C-1", "2026-11-02")
                .nights("2026-11-02", "2026-11-10");
        assertThat(world.state("C-1")).isEqualTo("APPROVED,,ELAPSED,NOT_ASSESSED,2026-11-02,6");
        world.partner("P-1", true, "programs=OSU").night("2026-11-11");
        assertThat(world.byNight("C-1"))
                .containsExactly(
                        "2026-11-10 HOLD [PAYOUT_PROFILE_INVALID]", "2026-11-11 HANDED_OFF [PARTNER_NOT_ENROLLED]");
    }

    @Test
    void aMissingExchangeRateHoldsTheWholeClaimUntilItArrives() {
        SmallWorld world = new SmallWorld(inbox)
                .approved("C-1", "2026-11-02")
                .line("C-1", 2, "currency=EUR")
                .exchangeRate("EUR", "2026-11-13", "1.5")
                .nights("2026-11-02", "2026-11-12");
        assertThat(world.byNight("C-1")).containsExactly("2026-11-10 HOLD [NO_EXCHANGE_RATE]");
        world.partner("P-1", false).night("2026-11-13");
        world.partner("P-1", true).night("2026-11-14");
        assertThat(world.byNight("C-1"))
                .containsExactly(
                        "2026-11-10 HOLD [NO_EXCHANGE_RATE]",
                        "2026-11-13 HOLD [PAYOUT_PROFILE_INVALID]",
                        "2026-11-14 HANDED_OFF []");
        assertThat(earnings(world))
                .containsExactly(
                        "C-1-1-1 USD 100.00 = USD 100.00 at 1 of 2026-11-14",
                        "C-1-2-1 EUR 100.00 = USD 150.00 at 1.5 of 2026-11-13");
    }

    @Test
    void aHeldClaimCanBeWithdrawnButNotDeclined() {
        SmallWorld world = new SmallWorld(inbox)
                .partner("P-1", false)
                .approved("C-1", "2026-11-02")
                .event("C-1", "2026-11-11", "CONSENT_DECLINED")
                .event("C-1", "2026-11-12", "CLAIM_WITHDRAWN")
                .nights("2026-11-02", "2026-11-13");
        assertThat(world.refusals("2026-11-11")).containsExactly("CONSENT_IS_ELAPSED");
        assertThat(world.state("C-1")).isEqualTo("REJECTED,PARTNER_REQUEST,ELAPSED,NOT_ASSESSED,2026-11-12,7");
    }

    @Test
    void allReasonsOfAllLinesAreGiven() {
        SmallWorld world = new SmallWorld(inbox)
                .partner("P-1", true, "designations=MODERN_WORK")
                .claim("C-1", "2026-11-02T08:00:00Z", "program=OSU", "activity=USAGE")
                .line("C-1", 1, "subscription_state=", "channel=CSP")
                .workload("C-1", 2, "Mail", "seats=149")
                .workload("C-1", 3, "Mail", "seats=150")
                .event("C-1", "2026-11-02T08:10:00Z", "POE_UPLOADED")
                .event("C-1", "2026-11-02T08:20:00Z", "CLAIM_SUBMITTED")
                .event("C-1", "2026-11-02T08:30:00Z", "REVIEW_STARTED")
                .event("C-1", "2026-11-02T08:40:00Z", "CLAIM_APPROVED")
                .exchangeRate("EUR", "2026-11-10", "1.1")
                .nights("2026-11-02", "2026-11-10");
        assertThat(earnings(world)).containsExactly("C-1-3-1 EUR 49.95 = USD 54.95 at 1.1 of 2026-11-10");
        assertThat(world.byNight("C-1"))
                .containsExactly("2026-11-10 HANDED_OFF "
                        + "[BELOW_MINIMUM_SEATS, CHANNEL_NOT_ELIGIBLE, NO_DESIGNATION, SUBSCRIPTION_NOT_ACTIVE]");
    }
}
