package dev.cpor.store.past;

import static java.util.stream.Collectors.groupingBy;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Status;
import dev.cpor.store.past.RuleDecision.Fate;
import dev.cpor.store.statement.Bind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the rules of a run rejected and handed off, and what became of it. */
public class RuleDecisions {
    private static final String HANDED_OFF = "HANDED_OFF";

    private final NamedParameterJdbcTemplate jdbc;
    private final BusinessCalendar calendar;

    RuleDecisions(JdbcTemplate jdbc, BusinessCalendar calendar) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.calendar = calendar;
    }

    private record Row(long claim, String claimId, int version, int claimVersion, LocalDate statusSince) {}

    /**
     * Returns a page of at most {@code size} decisions on claims whose numbers are greater than {@code after}, in their order.
     *
     * @param rule one of the rules that decided, null for all decisions of the run
     */
    public List<RuleDecision> page(long run, @Nullable String rule, long after, int size) {
        Map<String, Object> values = new HashMap<>(Map.of("run", run, "after", after, "size", size));
        if (rule != null) {
            values.put("rule", "; " + rule + "; ");
        }
        // Claim by claim, in their order: each page goes on where the one before has ended, and no page sorts them all.
        List<Row> rows = jdbc.query(
                """
                select history.claim, claim.claim_id, history.version, claim.version as claim_version, claim.status_since
                  from claim straight_join history on history.claim = claim.id
                 where claim.id > :after and history.run = :run and history.kind in ('REJECTED', 'HANDED_OFF') %s
                 order by claim.id
                 limit :size
                """.formatted(rule == null ? "" : "and instr(concat('; ', rule_name, '; '), :rule) > 0"),
                values,
                (row, n) -> new Row(
                        row.getLong("claim"),
                        row.getString("claim_id"),
                        row.getInt("version"),
                        row.getInt("claim_version"),
                        row.getObject("status_since", LocalDate.class)));
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> claims = rows.stream().map(Row::claim).toList();
        Map<Long, List<PastStep>> histories = histories(claims);
        Map<Long, Integer> earnings = earnings(claims, run);
        return rows.stream()
                .map(row -> decision(
                        row, Objects.requireNonNull(histories.get(row.claim())), earnings.getOrDefault(row.claim(), 0)))
                .toList();
    }

    private static RuleDecision decision(Row row, List<PastStep> history, int earnings) {
        PastStep decision = history.get(row.version() - 1);
        List<PastStep> later = history.subList(row.version(), history.size());
        boolean putBack = later.stream()
                .anyMatch(step -> step.putBack() != null && step.putBack().decision() == row.version());
        Fate fate = row.claimVersion() == row.version() ? Fate.STANDS : putBack ? Fate.REINSTATED : Fate.MOVED_ON;
        Stay before = Stay.after(before(history, decision));
        return new RuleDecision(
                row.claim(),
                row.claimId(),
                row.version(),
                decision.kind(),
                String.valueOf(decision.rule()),
                decision.reason(),
                fate,
                later.stream().map(PastStep::kind).toList(),
                // A hand-off changes no status, so the claim still knows since when it is in it.
                fate == Fate.STANDS && decision.kind().equals(HANDED_OFF)
                        ? new Stay(before.status(), before.consent(), row.statusSince(), before.notes())
                        : before,
                earnings);
    }

    /** What a night's decision noted on the way is part of it. */
    private static List<PastStep> before(List<PastStep> history, PastStep decision) {
        int end = decision.version() - 1;
        while (end > 1
                && history.get(end - 1).isOfRule()
                && history.get(end - 1).run() == decision.run()) {
            end--;
        }
        return history.subList(0, end);
    }

    /** Returns the whole histories of these claims, oldest first. */
    Map<Long, List<PastStep>> histories(Collection<Long> claims) {
        return jdbc.query("""
                        select history.claim, history.version, history.run, kind, status, consent, business_date,
                               occurred_at, reason, rule_name, decision, status_since, notes
                          from history
                          left join reinstatement on reinstatement.claim = history.claim
                                                 and reinstatement.version = history.version
                         where history.claim in (:claims)
                         order by history.claim, history.version
                        """, Map.of("claims", claims), (row, n) -> step(row)).stream()
                .collect(groupingBy(PastStep::claim));
    }

    private PastStep step(ResultSet row) throws SQLException {
        LocalDateTime occurred = row.getObject("occurred_at", LocalDateTime.class);
        LocalDate statusSince = row.getObject("status_since", LocalDate.class);
        return new PastStep(
                row.getLong("claim"),
                row.getInt("version"),
                row.getLong("run"),
                row.getString("kind"),
                Status.valueOf(row.getString("status")),
                Consent.valueOf(row.getString("consent")),
                occurred == null
                        ? row.getObject("business_date", LocalDate.class)
                        : calendar.dayOf(occurred.toInstant(ZoneOffset.UTC)),
                row.getString("reason"),
                row.getString("rule_name"),
                statusSince == null
                        ? null
                        : new PastStep.PutBack(
                                row.getInt("decision"), statusSince, Bind.reasons(row.getString("notes"))));
    }

    private Map<Long, Integer> earnings(Collection<Long> claims, long run) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.query("""
                select claim, count(*) as earnings
                  from earning left join reversal on reversal.earning = earning.id
                 where claim in (:claims) and earning.run = :run and reverses is null and reversal.earning is null
                 group by claim
                """, Map.of("claims", claims, "run", run), (ResultSet row) -> {
            counts.put(row.getLong("claim"), row.getInt("earnings"));
        });
        return counts;
    }
}
