package dev.cpor.store.history;

import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a claim's history, as it is written.
 *
 * @param kind what happened: the event type of a feed, or what the night did
 * @param told who told it and when; null for what the night decided
 * @param status the status after it, and likewise consent and incentive
 * @param why the rule that decided it; null for what a feed told
 */
public record HistoryRow(
        long claim,
        int version,
        String kind,
        @Nullable Told told,
        Status status,
        Consent consent,
        Incentive incentive,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Why why) {

    /** What a feed told. */
    public record Told(
            Instant occurredAt,
            @Nullable String actorRole,
            @Nullable String actor,
            @Nullable String comment) {}

    /** What a rule decided. */
    public record Why(String rule, String ruleset) {}
}
