package dev.cpor.store.history;

import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.store.statement.Bind;
import dev.cpor.store.statement.GuardedUpdate;
import dev.cpor.store.statement.JsonRows;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes where claims stand: many with one statement, each guarded by its version. */
public final class ClaimUpdate implements AutoCloseable {
    private final JsonRows rows = new JsonRows();

    /**
     * Adds a claim.
     *
     * @param version the claim's version as it was read
     * @param next its version afterwards
     */
    public void add(
            long claim,
            int version,
            int next,
            Status status,
            @Nullable ReasonCode rejection,
            Consent consent,
            Incentive incentive,
            LocalDate statusSince,
            Collection<ReasonCode> notes) {
        rows.add(
                claim,
                version,
                next,
                status.name(),
                Bind.name(rejection),
                consent.name(),
                incentive.name(),
                statusSince,
                Bind.names(notes));
    }

    /** @throws OptimisticLockingFailureException if somebody changed one of the claims since it was read */
    public void run(JdbcTemplate jdbc) {
        // JSON_TABLE cuts what is too long and only warns: every column is wider than what can come.
        GuardedUpdate.run(jdbc, """
                update claim
                  join json_table(?, '$[*]' columns (
                         id           bigint       path '$[0]',
                         version      int          path '$[1]',
                         next_version int          path '$[2]',
                         status       varchar(60)  path '$[3]',
                         rejection    varchar(60)  path '$[4]',
                         consent      varchar(60)  path '$[5]',
                         incentive    varchar(60)  path '$[6]',
                         status_since varchar(20)  path '$[7]',
                         notes        varchar(900) path '$[8]')) next
                    on claim.id = next.id and claim.version = next.version
                   set claim.version = next.next_version,
                       claim.status = next.status,
                       claim.rejection = next.rejection,
                       claim.consent = next.consent,
                       claim.incentive = next.incentive,
                       claim.status_since = next.status_since,
                       claim.notes = next.notes
                """, rows);
    }

    @Override
    public void close() {
        rows.close();
    }
}
