package dev.cpor.intake;

import static dev.cpor.domain.RejectCode.MISSING_VALUE;
import static dev.cpor.domain.RejectCode.TOO_LONG;
import static dev.cpor.domain.RejectCode.UNEXPECTED_VALUE;
import static dev.cpor.intake.FeedSamples.CALENDAR;
import static dev.cpor.intake.FeedSamples.aRowOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Dispute;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.NewClaim;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.intake.FeedSamples.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowReadingTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void readsAPartner() {
        assertThat(aRowOf(Feed.PARTNERS).read())
                .isEqualTo(new Parsed.PartnerRow(new Partner(
                        "4711",
                        "Contoso",
                        "DE",
                        "EUR",
                        Set.of(Program.OSU, Program.OSA),
                        true,
                        Set.of(SolutionArea.MODERN_WORK))));
    }

    @Test
    void readsACustomer() {
        assertThat(aRowOf(Feed.CUSTOMERS).read())
                .isEqualTo(new Parsed.CustomerRow(new Customer("t-1", "Fabrikam", "FR", false)));
    }

    @Test
    void readsAnExchangeRate() {
        assertThat(aRowOf(Feed.EXCHANGE_RATES).read())
                .isEqualTo(new Parsed.ExchangeRateRow(
                        new ExchangeRate(EUR, LocalDate.parse("2026-11-20"), new BigDecimal("1.084512"))));
    }

    @Test
    void readsAClaim() {
        assertThat(aRowOf(Feed.CLAIMS).read())
                .isEqualTo(new Parsed.ClaimRow(new NewClaim(
                        "C-1",
                        "Rollout",
                        "4711",
                        Program.OSU,
                        Activity.USAGE,
                        "t-1",
                        "anna@example.org",
                        null,
                        Instant.parse("2026-11-02T07:30:00Z"),
                        LocalDate.parse("2026-11-02"))));
    }

    @Test
    void readsALine() {
        assertThat(aRowOf(Feed.CLAIM_LINES).read())
                .isEqualTo(new Parsed.LineOfClaim(
                        "C-1",
                        new ClaimLine(
                                1,
                                SolutionArea.BUSINESS_APPLICATIONS,
                                "D365",
                                "sub-1",
                                null,
                                Channel.DIRECT,
                                SubscriptionState.ACTIVE,
                                200,
                                150,
                                new BigDecimal("12000.5000"),
                                EUR)));
    }

    @Test
    void readsADispute() {
        assertThat(aRowOf(Feed.DISPUTES).read())
                .isEqualTo(new Parsed.DisputeRow(new Dispute(
                        "d-1",
                        "C-1",
                        Instant.parse("2026-11-20T09:00:00Z"),
                        LocalDate.parse("2026-11-20"),
                        "4711",
                        Program.OSU,
                        Set.of("sub-1", "Teams"),
                        "t-1",
                        "We did the work")));
    }

    @ParameterizedTest
    @EnumSource
    void needsEveryColumnThatIsNotOptional(Feed feed) {
        for (Column column : feed.columns()) {
            if (!column.optional()) {
                aRowOf(feed)
                        .with(column.name(), "")
                        .isRefused(MISSING_VALUE, "The column %s is empty, expected a value.".formatted(column.name()));
            }
        }
    }

    @Test
    void takesOptionalColumnsEmpty() {
        aRowOf(Feed.PARTNERS).with("programs", "").with("designations", "").isAccepted();
        aRowOf(Feed.CLAIMS).with("customer_contact", "").isAccepted();
        aRowOf(Feed.CLAIM_LINES).with("subscription_state", "").isAccepted();
    }

    @Test
    void limitsEachProductOfADispute() {
        String id = "x".repeat(200);

        aRowOf(Feed.DISPUTES).with("products", id + ";" + id).isAccepted();
        aRowOf(Feed.DISPUTES)
                .with("products", "sub-1;x" + id)
                .isRefused(TOO_LONG, "The column products has a text of 201 characters, expected at most 200.");
    }

    @Test
    void letsTheSolutionAreaDecideWhatALineIsAbout() {
        Sample business = aRowOf(Feed.CLAIM_LINES);
        Sample modern = business.with("solution_area", "MODERN_WORK")
                .with("product", "")
                .with("subscription_id", "");

        modern.with("workload", "Teams").isAccepted();
        modern.isRefused(MISSING_VALUE, "The column workload is empty, expected a value.");
        business.with("product", "").isRefused(MISSING_VALUE, "The column product is empty, expected a value.");
        business.with("subscription_id", "")
                .isRefused(MISSING_VALUE, "The column subscription_id is empty, expected a value.");
        business.with("workload", "Teams")
                .isRefused(
                        UNEXPECTED_VALUE,
                        "The column workload has \"Teams\", expected it to be empty for BUSINESS_APPLICATIONS.");
        modern.with("workload", "Teams")
                .with("product", "D365")
                .isRefused(
                        UNEXPECTED_VALUE, "The column product has \"D365\", expected it to be empty for MODERN_WORK.");
        modern.with("workload", "Teams")
                .with("subscription_id", "sub-1")
                .isRefused(
                        UNEXPECTED_VALUE,
                        "The column subscription_id has \"sub-1\", expected it to be empty for MODERN_WORK.");
    }

    @Test
    void insistsOnAllFieldsOfAKeptRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowReading.read(Feed.CUSTOMERS, List.of("t-1"), CALENDAR))
                .withMessage("A row of CUSTOMERS must have 4 fields, not 1.");
    }
}
