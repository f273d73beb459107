package dev.cpor.intake;

import static dev.cpor.intake.FeedSamples.CALENDAR;
import static dev.cpor.intake.FeedSamples.aRowOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.PaymentResult;
import dev.cpor.domain.PaymentStatus;
import dev.cpor.domain.RejectCode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentResultReadingTest {
    @Test
    void saysWhatBecameOfAnEarning() {
        assertThat(RowReading.read(
                        Feed.PAYMENT_RESULTS,
                        List.of("C-1-1-1", "FAILED", "p-1", "2026-11-24", "The account is closed"),
                        CALENDAR))
                .isEqualTo(new Parsed.PaymentResultRow(new PaymentResult(
                        "C-1-1-1",
                        PaymentStatus.FAILED,
                        "p-1",
                        LocalDate.parse("2026-11-24"),
                        "The account is closed")));
    }

    @Test
    void needsNoMoreThanTheEarningAndTheStatus() {
        assertThat(RowReading.read(Feed.PAYMENT_RESULTS, List.of("C-1-1-1", "SENT", "", "", ""), CALENDAR))
                .isEqualTo(new Parsed.PaymentResultRow(
                        new PaymentResult("C-1-1-1", PaymentStatus.SENT, null, null, null)));
        aRowOf(Feed.PAYMENT_RESULTS)
                .with("earning_id", "")
                .isRefused(RejectCode.MISSING_VALUE, "The column earning_id is empty, expected a value.");
        aRowOf(Feed.PAYMENT_RESULTS)
                .with("status", "")
                .isRefused(RejectCode.MISSING_VALUE, "The column status is empty, expected a value.");
    }

    @Test
    void takesTheIdOfAnEarningOfTheLongestClaimId() {
        String id = "'" + "C".repeat(200) + "-2147483647-10";

        aRowOf(Feed.PAYMENT_RESULTS).with("earning_id", id).isAccepted();
        aRowOf(Feed.PAYMENT_RESULTS)
                .with("earning_id", "C".repeat(225))
                .isRefused(
                        RejectCode.TOO_LONG,
                        "The column earning_id has a text of 225 characters, expected at most 224.");
    }

    @Test
    void takesNoOtherStatusAndNoOtherDay() {
        aRowOf(Feed.PAYMENT_RESULTS)
                .with("status", "PAID")
                .isRefused(
                        RejectCode.UNKNOWN_VALUE,
                        "The column status has \"PAID\", expected one of SENT, FAILED, REJECTED.");
        aRowOf(Feed.PAYMENT_RESULTS)
                .with("paid_on", "24.11.2026")
                .isRefused(
                        RejectCode.MALFORMED_VALUE,
                        "The column paid_on has \"24.11.2026\", expected a date such as 2026-11-20.");
    }
}
