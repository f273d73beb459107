package dev.cpor.store.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what happened to a claim. */
public class ClaimHistory {
    private final JdbcClient jdbc;

    ClaimHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One thing that happened.
     *
     * @param businessDate the night that recorded it
     * @param occurredAt when it occurred, null for what the night decided
     * @param kind the event type of a feed, or what the night did
     * @param status the status after it, and likewise consent and incentive
     * @param ruleName the rule that decided it, null for what a feed told
     */
    public record Entry(
            int version,
            LocalDate businessDate,
            @Nullable Instant occurredAt,
            String kind,
            String status,
            String consent,
            String incentive,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String actorRole,
            @Nullable String actor,
            @Nullable String comment,
            @Nullable String ruleName,
            @Nullable String ruleset,
            long run) {}

    /** Returns a claim's history, oldest first. */
    public List<Entry> of(long claim) {
        return jdbc.sql("""
                        select version, business_date, occurred_at, kind, status, consent, incentive, reason, detail,
                               actor_role, actor, comment, rule_name, ruleset, run
                          from history where claim = ? order by version
                        """)
                .params(claim)
                .query((row, n) -> {
                    LocalDateTime occurred = row.getObject("occurred_at", LocalDateTime.class);
                    return new Entry(
                            row.getInt("version"),
                            row.getObject("business_date", LocalDate.class),
                            occurred == null ? null : occurred.toInstant(ZoneOffset.UTC),
                            row.getString("kind"),
                            row.getString("status"),
                            row.getString("consent"),
                            row.getString("incentive"),
                            row.getString("reason"),
                            row.getString("detail"),
                            row.getString("actor_role"),
                            row.getString("actor"),
                            row.getString("comment"),
                            row.getString("rule_name"),
                            row.getString("ruleset"),
                            row.getLong("run"));
                })
                .list();
    }
}
