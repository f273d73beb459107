package dev.cpor.store.claim;

import static java.util.stream.Collectors.toMap;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Channel;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Partner;
import dev.cpor.domain.Program;
import dev.cpor.domain.SolutionArea;
import dev.cpor.domain.SubscriptionState;
import dev.cpor.store.statement.Bind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads what incentive assessment needs, only for the claims that reach it. */
public class AssessableClaims {
    private final NamedParameterJdbcTemplate jdbc;

    AssessableClaims(org.springframework.jdbc.core.JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** Returns the claims with their lines, partner and customer as they stand now, in the order given. */
    public List<Assessable> of(List<OpenClaim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        Map<String, Partner> partners =
                partners(claims.stream().map(OpenClaim::mpnId).collect(Collectors.toSet()));
        Map<String, Customer> customers =
                customers(claims.stream().map(OpenClaim::tenantId).collect(Collectors.toSet()));
        List<Long> ids = claims.stream().map(OpenClaim::id).toList();
        Map<Long, List<ClaimLine>> lines = lines(ids);
        Map<Long, Map<Integer, Integer>> earnings = earningsSoFar(ids);
        return claims.stream()
                .map(claim -> new Assessable(
                        claim,
                        Objects.requireNonNull(partners.get(claim.mpnId())),
                        Objects.requireNonNull(customers.get(claim.tenantId())),
                        lines.getOrDefault(claim.id(), List.of()),
                        earnings.getOrDefault(claim.id(), Map.of())))
                .toList();
    }

    private Map<String, Partner> partners(Collection<String> mpnIds) {
        return jdbc
                .query(
                        """
                        select mpn_id, name, country, currency, programs, payout_profile_valid, designations
                          from partner where mpn_id in (:ids)
                        """,
                        Map.of("ids", mpnIds),
                        (row, n) -> new Partner(
                                row.getString("mpn_id"),
                                row.getString("name"),
                                row.getString("country"),
                                row.getString("currency"),
                                Bind.set(Program.class, row.getString("programs")),
                                row.getBoolean("payout_profile_valid"),
                                Bind.set(SolutionArea.class, row.getString("designations"))))
                .stream()
                .collect(toMap(Partner::mpnId, Function.identity()));
    }

    private Map<String, Customer> customers(Collection<String> tenantIds) {
        return jdbc
                .query(
                        "select tenant_id, name, country, public_sector from customer where tenant_id in (:ids)",
                        Map.of("ids", tenantIds),
                        (row, n) -> new Customer(
                                row.getString("tenant_id"),
                                row.getString("name"),
                                row.getString("country"),
                                row.getBoolean("public_sector")))
                .stream()
                .collect(toMap(Customer::tenantId, Function.identity()));
    }

    private Map<Long, List<ClaimLine>> lines(List<Long> claims) {
        Map<Long, List<ClaimLine>> lines = new HashMap<>();
        jdbc.query("""
                select claim, line_no, solution_area, product, subscription_id, workload, channel, subscription_state,
                       seats, monthly_active_users, annual_revenue, currency
                  from claim_line where claim in (:ids) and not removed
                 order by claim, line_no
                """, Map.of("ids", claims), (ResultSet row) -> {
            lines.computeIfAbsent(row.getLong("claim"), claim -> new ArrayList<>())
                    .add(line(row));
        });
        return lines;
    }

    static ClaimLine line(ResultSet row) throws SQLException {
        String state = row.getString("subscription_state");
        return new ClaimLine(
                row.getInt("line_no"),
                SolutionArea.valueOf(row.getString("solution_area")),
                row.getString("product"),
                row.getString("subscription_id"),
                row.getString("workload"),
                Channel.valueOf(row.getString("channel")),
                state == null ? null : SubscriptionState.valueOf(state),
                row.getLong("seats"),
                row.getLong("monthly_active_users"),
                row.getBigDecimal("annual_revenue"),
                Currency.getInstance(row.getString("currency")));
    }

    private Map<Long, Map<Integer, Integer>> earningsSoFar(List<Long> claims) {
        Map<Long, Map<Integer, Integer>> counts = new HashMap<>();
        jdbc.query(
                "select claim, line_no, max(n) as n from earning where claim in (:ids) group by claim, line_no",
                Map.of("ids", claims),
                (ResultSet row) -> {
                    counts.computeIfAbsent(row.getLong("claim"), claim -> new HashMap<>())
                            .put(row.getInt("line_no"), row.getInt("n"));
                });
        return counts;
    }
}
