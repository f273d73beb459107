package dev.cpor.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A row of the disputes feed: a partner contests a rejection.
 *
 * @param day the day of {@code openedAt} in the calendar's zone
 * @param products for each claim line its subscription, or its workload
 */
public record Dispute(
        String disputeId,
        String claimId,
        Instant openedAt,
        LocalDate day,
        String mpnId,
        Program program,
        Set<String> products,
        String tenantId,
        String details) {}
