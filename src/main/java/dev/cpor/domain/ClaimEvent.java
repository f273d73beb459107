package dev.cpor.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the events feed. Fields that the event type does not use are null or empty; those it needs are there.
 *
 * @param day the day of {@code occurredAt} in the calendar's zone
 * @param reasons the reasons of an information request (one or more) or of a rejection (exactly one)
 */
public record ClaimEvent(
        String eventId,
        String claimId,
        Instant occurredAt,
        LocalDate day,
        EventType type,
        ActorRole actorRole,
        String actor,
        Set<ReasonCode> reasons,
        @Nullable WithdrawalDetail detail,
        @Nullable EditedField field,
        @Nullable String value,
        @Nullable String documentName,
        @Nullable String documentSha256,
        @Nullable String comment) {}
