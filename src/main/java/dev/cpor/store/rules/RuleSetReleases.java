package dev.cpor.store.rules;

import dev.cpor.store.statement.Bind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule sets that were put forward for the nights from a business date on. */
public class RuleSetReleases {
    private static final String COLUMNS =
            "number, ruleset, effective_on, released_by, released_at, approved_by, approved_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    RuleSetReleases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A release.
     *
     * @param ruleset the fingerprint of the rule set
     * @param effectiveOn the first business date that it is for
     * @param approvedBy null as long as nobody approved it
     */
    public record Release(
            long number,
            String ruleset,
            LocalDate effectiveOn,
            String releasedBy,
            Instant releasedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {

        /** Says whether a second person approved it. */
        public boolean isApproved() {
            return approvedBy != null;
        }
    }

    /** Returns every release, by the date that it is for and then in the order in which they were put forward. */
    public List<Release> all() {
        return jdbc.sql("select " + COLUMNS + " from rule_set_release order by effective_on, number")
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * Returns the fingerprint of the rule set in force on a business date: the approved one with the latest effective date up
     * to it, and of several with the same date the one that was approved last.
     */
    public Optional<String> inForce(LocalDate businessDate) {
        return jdbc.sql("""
                        select ruleset from rule_set_release
                         where approved_at is not null and effective_on <= ?
                         order by effective_on desc, approved_at desc, number desc
                         limit 1
                        """).params(businessDate).query(String.class).optional();
    }

    /**
     * Puts an archived rule set forward.
     *
     * @return false when it was put forward for that date before
     */
    public boolean add(String ruleset, LocalDate effectiveOn, String releasedBy) {
        try {
            jdbc.sql(
                            "insert into rule_set_release (ruleset, effective_on, released_by, released_at) values (?, ?, ?, ?)")
                    .params(ruleset, effectiveOn, releasedBy, Bind.utc(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * Approves a release.
     *
     * @return false when somebody approved it before
     */
    public boolean approve(long number, String approvedBy) {
        return jdbc.sql("""
                        update rule_set_release set approved_by = ?, approved_at = ?
                         where number = ? and approved_at is null
                        """)
                        .params(approvedBy, Bind.utc(clock.instant()), number)
                        .update()
                == 1;
    }

    private static Release read(ResultSet row) throws SQLException {
        LocalDateTime approved = row.getObject("approved_at", LocalDateTime.class);
        return new Release(
                row.getLong("number"),
                row.getString("ruleset"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("released_by"),
                row.getObject("released_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("approved_by"),
                approved == null ? null : approved.toInstant(ZoneOffset.UTC));
    }
}
