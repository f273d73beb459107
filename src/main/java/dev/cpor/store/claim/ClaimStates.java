package dev.cpor.store.claim;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Claim;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.domain.WithdrawalDetail;
import dev.cpor.store.statement.Bind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads claims as far as the legality of events depends on them. */
public class ClaimStates {
    private final NamedParameterJdbcTemplate jdbc;

    ClaimStates(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** A claim with its number inside the database. */
    public record Stored(long id, Claim claim) {}

    /** Returns those of these claims that exist, by claim ID. */
    public Map<String, Stored> of(Collection<String> claimIds) {
        if (claimIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> ids = new HashMap<>();
        jdbc.query("select id, claim_id from claim where claim_id in (:claims)", Map.of("claims", claimIds), row -> {
            ids.put(row.getLong(1), row.getString(2));
        });
        if (ids.isEmpty()) {
            return Map.of();
        }
        Parts parts = parts(ids.keySet());
        Map<String, Stored> claims = new HashMap<>();
        jdbc.query("""
                select id, claim_id, claim_name, mpn_id, program, activity, tenant_id, customer_contact,
                       partner_contact, status, rejection, withdrawal, consent, incentive, status_since,
                       first_submitted, notes, version
                  from claim where id in (:ids)
                """, Map.of("ids", ids.keySet()), (ResultSet row) -> {
            claims.put(row.getString("claim_id"), new Stored(row.getLong("id"), read(row, parts)));
        });
        return claims;
    }

    private record Line(int lineNo, boolean removed, String names) {}

    private record OneDispute(String disputeId, boolean open) {}

    private record Parts(Map<Long, List<Line>> lines, Set<Long> documented, Map<Long, OneDispute> disputes) {}

    private Parts parts(Collection<Long> ids) {
        Map<String, Object> claims = Map.of("ids", ids);
        Parts parts = new Parts(new HashMap<>(), new HashSet<>(), new HashMap<>());
        jdbc.query("""
                select claim, line_no, removed, coalesce(subscription_id, workload) as names
                  from claim_line where claim in (:ids)
                """, claims, row -> {
            parts.lines()
                    .computeIfAbsent(row.getLong("claim"), claim -> new ArrayList<>())
                    .add(new Line(row.getInt("line_no"), row.getBoolean("removed"), row.getString("names")));
        });
        parts.documented()
                .addAll(jdbc.queryForList(
                        "select distinct claim from document where claim in (:ids)", claims, Long.class));
        jdbc.query("select claim, dispute_id, outcome from dispute where claim in (:ids)", claims, row -> {
            parts.disputes()
                    .put(
                            row.getLong("claim"),
                            new OneDispute(
                                    row.getString("dispute_id"),
                                    row.getString("outcome").equals("OPEN")));
        });
        return parts;
    }

    private static Claim read(ResultSet row, Parts parts) throws SQLException {
        long id = row.getLong("id");
        Map<Integer, String> lines = new HashMap<>();
        Set<Integer> removed = new HashSet<>();
        for (Line line : parts.lines().getOrDefault(id, List.of())) {
            if (line.removed()) {
                removed.add(line.lineNo());
            } else {
                lines.put(line.lineNo(), line.names());
            }
        }
        OneDispute dispute = parts.disputes().get(id);
        return new Claim(
                row.getString("claim_id"),
                row.getString("claim_name"),
                row.getString("mpn_id"),
                Program.valueOf(row.getString("program")),
                Activity.valueOf(row.getString("activity")),
                row.getString("tenant_id"),
                row.getString("customer_contact"),
                row.getString("partner_contact"),
                Status.valueOf(row.getString("status")),
                optional(ReasonCode.class, row.getString("rejection")),
                optional(WithdrawalDetail.class, row.getString("withdrawal")),
                Consent.valueOf(row.getString("consent")),
                Incentive.valueOf(row.getString("incentive")),
                row.getObject("status_since", LocalDate.class),
                row.getObject("first_submitted", LocalDate.class),
                lines,
                removed,
                parts.documented().contains(id),
                dispute == null ? null : dispute.disputeId(),
                dispute != null && dispute.open(),
                Bind.reasons(row.getString("notes")),
                row.getInt("version"));
    }

    private static <E extends Enum<E>> @Nullable E optional(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
