package dev.cpor.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What finance answers about one earning; of several answers the last one counts.
 *
 * @param earningId as an extract shows it, so perhaps with the {@code '} of one that begins like a formula
 * @param paymentId finance's own number of the payment, null where it tells none
 * @param paidOn the day of the payment, null where it tells none
 * @param reason why it came to nothing, in finance's words; null where it tells none
 */
public record PaymentResult(
        String earningId,
        PaymentStatus status,
        @Nullable String paymentId,
        @Nullable LocalDate paidOn,
        @Nullable String reason) {

    /** Says whether both tell the same of their earning. */
    public boolean tellsTheSameAs(PaymentResult other) {
        return equals(new PaymentResult(earningId, other.status, other.paymentId, other.paidOn, other.reason));
    }
}
