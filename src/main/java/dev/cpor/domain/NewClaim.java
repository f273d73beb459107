package dev.cpor.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the claims feed: the creation of a claim.
 *
 * @param day the day of {@code createdAt} in the calendar's zone
 */
public record NewClaim(
        String claimId,
        String claimName,
        String mpnId,
        Program program,
        Activity activity,
        String tenantId,
        @Nullable String customerContact,
        @Nullable String partnerContact,
        Instant createdAt,
        LocalDate day) {}
