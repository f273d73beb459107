package dev.cpor.store.history;

import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.store.statement.Bind;
import dev.cpor.store.statement.GuardedUpdate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Changes where claims stand, each guarded by its version. A rule makes many claims alike: one statement changes all that become
 * the same, which takes the database half as long as to join them with a table of what each becomes.
 */
public final class ClaimUpdate {
    private final Map<Next, List<String>> claims = new LinkedHashMap<>();
    private int count;

    /**
     * What claims become.
     *
     * @param versions how many versions they go on
     * @param statusSince null where it stays
     */
    private record Next(
            int versions,
            Status status,
            @Nullable ReasonCode rejection,
            Consent consent,
            Incentive incentive,
            @Nullable LocalDate statusSince,
            String notes) {
        Object[] with() {
            return new Object[] {
                versions, status.name(), Bind.name(rejection), consent.name(), incentive.name(), statusSince, notes
            };
        }
    }

    /**
     * Adds a claim.
     *
     * @param version the claim's version as it was read
     * @param next its version afterwards
     * @param statusSince the day with which its present stay in the status begins; null where that stays as it is
     */
    public void add(
            long claim,
            int version,
            int next,
            Status status,
            @Nullable ReasonCode rejection,
            Consent consent,
            Incentive incentive,
            @Nullable LocalDate statusSince,
            Collection<ReasonCode> notes) {
        claims.computeIfAbsent(
                        new Next(next - version, status, rejection, consent, incentive, statusSince, Bind.names(notes)),
                        first -> new ArrayList<>())
                .add("(" + claim + "," + version + ")");
        count++;
    }

    /** @throws OptimisticLockingFailureException if somebody changed one of the claims since it was read */
    public void run(JdbcTemplate jdbc) {
        int updated = 0;
        for (Map.Entry<Next, List<String>> group : claims.entrySet()) {
            // As text: a statement with thousands of parameters takes longer to prepare than to run.
            StringJoiner versions = new StringJoiner(",");
            group.getValue().forEach(versions::add);
            // Of a list of one pair alone, MariaDB does not see that the key leads to it, and reads the whole table.
            versions.add("(0,0)");
            updated += jdbc.update("""
                    update claim
                       set version = version + ?, status = ?, rejection = ?, consent = ?, incentive = ?,
                           status_since = coalesce(?, status_since), notes = ?
                     where (id, version) in (%s)
                    """.formatted(versions), group.getKey().with());
        }
        GuardedUpdate.check(count, updated);
    }
}
