package dev.cpor.store.past;

import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.intake.WaitingRow;
import dev.cpor.store.intake.StagedRows;
import dev.cpor.store.statement.Bind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What is kept of past nights: the rows of a claim by the night that applied them, and what rules then did to it. */
public class PastClaims {
    private final NamedParameterJdbcTemplate jdbc;

    PastClaims(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** A claim's number inside the database and its ID. */
    public record Identity(long id, String claimId) {}

    /**
     * A row that had its turn.
     *
     * @param night the business date of the night that gave it its turn
     * @param readBy the run that read it
     * @param refused whether it was refused then
     */
    public record SettledRow(LocalDate night, long readBy, boolean refused, WaitingRow row) {}

    /**
     * What a rule did to a claim in a night, and how that left the claim.
     *
     * @param kind {@code ESCALATED}, {@code REMINDED}, {@code REJECTED}, {@code HELD} or {@code HANDED_OFF}
     * @param reason null for a hand-off
     */
    public record Ruled(
            long claim,
            LocalDate night,
            int version,
            String kind,
            Status status,
            Consent consent,
            Incentive incentive,
            @Nullable ReasonCode reason) {}

    private static final String LIVELY =
            "(status in ('EDITING', 'SUBMITTED', 'UNDER_REVIEW', 'PARTNER_ACTION_REQUIRED')"
                    + " or (status = 'APPROVED' and incentive = 'NOT_ASSESSED')"
                    + " or exists (select 1 from history where history.claim = claim.id and history.run in (:runs)))";

    /**
     * Returns a page of at most {@code size} claims whose numbers are greater than {@code after}, in their order; those to which
     * nothing happened in these runs are left out when they are closed, for they were closed before.
     */
    public List<Identity> page(long after, int size, Collection<Long> runs) {
        return jdbc.query(
                "select id, claim_id from claim where id > :after and %s order by id limit :size".formatted(LIVELY),
                Map.of("after", after, "size", size, "runs", runs),
                (row, n) -> new Identity(row.getLong(1), row.getString(2)));
    }

    /** Returns how many claims {@link #page} has in all. */
    public long count(Collection<Long> runs) {
        Long count =
                jdbc.queryForObject("select count(*) from claim where " + LIVELY, Map.of("runs", runs), Long.class);
        return count == null ? 0 : count;
    }

    /** Returns a claim by its ID. */
    public Optional<Identity> of(String claimId) {
        return jdbc
                .query(
                        "select id, claim_id from claim where claim_id = :claim",
                        Map.of("claim", claimId),
                        (row, n) -> new Identity(row.getLong(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /** Returns the rows of these claims that had their turn, applied or refused, in the order in which they were read. */
    public List<SettledRow> rows(Collection<String> claimIds) {
        return jdbc.query(
                """
                select row.id, row.feed_file, row.line, row.feed, row.row_key, row.claim_id, row.content, row.settled_on,
                       feed_file.run, reject.id is not null as refused
                  from staged_row row
                  join feed_file on feed_file.id = row.feed_file
                  left join reject on reject.feed_file = row.feed_file and reject.line = row.line
                  left join waiting_claim on waiting_claim.claim_id = row.claim_id and row.id >= waiting_claim.first_row
                 where row.claim_id in (:claims) and row.settled_on is not null and waiting_claim.claim_id is null
                 order by row.id
                """,
                Map.of("claims", claimIds),
                (row, n) -> new SettledRow(
                        Bind.date(row.getString("settled_on")),
                        row.getLong("run"),
                        row.getBoolean("refused"),
                        StagedRows.read(row)));
    }

    /** Returns what rules did to these claims, of each claim the oldest first. */
    public List<Ruled> ruled(Collection<Long> ids) {
        return jdbc.query(
                """
                select claim, business_date, version, kind, status, consent, incentive, reason
                  from history
                 where claim in (:ids) and rule_name is not null
                 order by claim, version
                """,
                Map.of("ids", ids),
                (row, n) -> new Ruled(
                        row.getLong("claim"),
                        Bind.date(row.getString("business_date")),
                        row.getInt("version"),
                        row.getString("kind"),
                        Status.valueOf(row.getString("status")),
                        Consent.valueOf(row.getString("consent")),
                        Incentive.valueOf(row.getString("incentive")),
                        row.getString("kind").equals("HANDED_OFF")
                                ? null
                                : ReasonCode.valueOf(row.getString("reason"))));
    }

    /**
     * A claim that was put back to where it stood before a decision.
     *
     * @param night the business date of the last night that was complete by then: it was done between that one and the next
     * @param status where it was put back to, and likewise the others
     */
    public record PutBack(
            long claim,
            LocalDate night,
            int version,
            Status status,
            Consent consent,
            Incentive incentive,
            LocalDate statusSince,
            Set<ReasonCode> notes) {}

    /** Returns how these claims were put back, of each claim the oldest first. */
    public List<PutBack> putBack(Collection<Long> ids) {
        return jdbc.query(
                """
                select reinstatement.claim, business_date, reinstatement.version, status, consent, incentive,
                       reinstatement.status_since, reinstatement.notes
                  from reinstatement
                  join history on history.claim = reinstatement.claim and history.version = reinstatement.version
                 where reinstatement.claim in (:ids)
                 order by reinstatement.claim, reinstatement.version
                """,
                Map.of("ids", ids),
                (row, n) -> new PutBack(
                        row.getLong("claim"),
                        Bind.date(row.getString("business_date")),
                        row.getInt("version"),
                        Status.valueOf(row.getString("status")),
                        Consent.valueOf(row.getString("consent")),
                        Incentive.valueOf(row.getString("incentive")),
                        Bind.date(row.getString("status_since")),
                        Bind.reasons(row.getString("notes"))));
    }

    /** Returns how many earnings the lines of these claims had before these runs, by claim and line number. */
    public Map<Long, Map<Integer, Integer>> earningsBefore(Collection<Long> runs, Collection<Long> ids) {
        Map<Long, Map<Integer, Integer>> counts = new HashMap<>();
        jdbc.query("""
                select claim, line_no, max(n) as n from earning
                 where claim in (:ids) and run not in (:runs) group by claim, line_no
                """, Map.of("ids", ids, "runs", runs), row -> {
            counts.computeIfAbsent(row.getLong("claim"), claim -> new HashMap<>())
                    .put(row.getInt("line_no"), row.getInt("n"));
        });
        return counts;
    }
}
