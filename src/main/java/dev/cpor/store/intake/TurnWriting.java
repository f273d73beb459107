package dev.cpor.store.intake;

import dev.cpor.intake.ClaimTurn;
import dev.cpor.store.history.HistoryWriting;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.statement.Batch;
import dev.cpor.store.statement.GuardedUpdate;
import dev.cpor.store.statement.JsonRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes what the rows of some claims came to: one write for each claim, whatever the number of its rows. Runs in the
 * caller's transaction.
 */
public class TurnWriting {
    private final JdbcTemplate jdbc;
    private final Lease lease;
    private final Tallies tallies;
    private final WaitingRows waitingRows;
    private final Rejects rejects;
    private final HistoryWriting history;
    private final Numbers numbers;

    TurnWriting(JdbcTemplate jdbc, Lease lease, Tallies tallies, WaitingRows waitingRows, Rejects rejects) {
        this.jdbc = jdbc;
        this.lease = lease;
        this.tallies = tallies;
        this.waitingRows = waitingRows;
        this.rejects = rejects;
        this.history = new HistoryWriting(jdbc);
        this.numbers = new Numbers(jdbc, "claim");
    }

    /**
     * Writes claims with all that belongs to them, rejects, and what waits on.
     *
     * @param ids the numbers of the claims that existed before, by claim ID
     * @param waiting the rows that waited, of which some have had their turn
     * @throws OptimisticLockingFailureException if somebody changed one of the claims since it was read
     */
    public void write(Night night, Map<String, Long> ids, WaitingRows.Waiting waiting, List<ClaimTurn> turns) {
        TurnRows rows = new TurnRows(night);
        List<ClaimTurn> changed = turns.stream()
                .filter(turn -> turn.after() != null && !turn.applied().isEmpty())
                .toList();
        // Numbers of a page in a row: the tables that begin their keys with them get its rows side by side.
        long next = numbers.take(night, (int) changed.stream()
                .filter(turn -> !ids.containsKey(turn.claimId()))
                .count());
        for (ClaimTurn turn : changed) {
            Long known = ids.get(turn.claimId());
            rows.add(known != null ? known : next++, turn);
        }
        change(
                "insert into claim (id, claim_id, claim_name, mpn_id, program, activity, tenant_id, customer_contact,"
                        + " partner_contact, status, rejection, withdrawal, consent, incentive, status_since, first_submitted,"
                        + " notes, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.created);
        update(rows.updated);
        Batch.upsert(jdbc, """
                insert into claim_line (claim, line_no, removed, solution_area, product, subscription_id, workload,
                    channel, subscription_state, seats, monthly_active_users, annual_revenue, currency)
                values (?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on duplicate key update solution_area = value(solution_area), product = value(product),
                       subscription_id = value(subscription_id), workload = value(workload), channel = value(channel),
                       subscription_state = value(subscription_state), seats = value(seats),
                       monthly_active_users = value(monthly_active_users), annual_revenue = value(annual_revenue),
                       currency = value(currency)
                """, new ArrayList<>(rows.lines.values()));
        change("update claim_line set removed = true where claim = ? and line_no = ?", rows.removedLines);
        // Of a claim that was moved before, the first partner is there, whoever has it now.
        Batch.upsert(jdbc, """
                insert into claim_partner (claim, version, mpn_id) values (?, ?, ?)
                    on duplicate key update version = claim_partner.version
                """, rows.partners);
        history.append(night, rows.history);
        change(
                "insert into document (claim, version, name, sha256, uploaded_at) values (?, ?, ?, ?, ?)",
                rows.documents);
        change(
                "insert into comment (claim, version, actor_role, actor, made_at, text) values (?, ?, ?, ?, ?, ?)",
                rows.comments);
        change(
                "insert into dispute (claim, dispute_id, opened_at, opened_on, details, outcome) values (?, ?, ?, ?, ?, ?)",
                rows.disputes);
        change("update dispute set outcome = ? where claim = ?", rows.closedDisputes);
        change(
                "insert into notice (claim, version, kind, recipient, reason, queued_on) values (?, ?, ?, ?, ?, ?)",
                rows.notices);
        tallies.add(night.run(), rows.tally);
        settle(night, waiting, turns);
        lease.check(night);
    }

    private void change(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            Batch.update(jdbc, sql, rows);
        }
    }

    private void update(JsonRows rows) {
        // JSON_TABLE cuts what is too long and only warns: every column is wider than what can come.
        GuardedUpdate.run(jdbc, """
                update claim
                  join json_table(?, '$[*]' columns (
                         id               bigint       path '$[0]',
                         version          int          path '$[1]',
                         next_version     int          path '$[2]',
                         claim_name       varchar(400) path '$[3]',
                         mpn_id           varchar(400) path '$[4]',
                         customer_contact varchar(400) path '$[5]',
                         partner_contact  varchar(400) path '$[6]',
                         status           varchar(60)  path '$[7]',
                         rejection        varchar(60)  path '$[8]',
                         withdrawal       varchar(60)  path '$[9]',
                         consent          varchar(60)  path '$[10]',
                         status_since     varchar(20)  path '$[11]',
                         first_submitted  varchar(20)  path '$[12]',
                         notes            varchar(900) path '$[13]')) next
                    on claim.id = next.id and claim.version = next.version
                   set claim.version = next.next_version,
                       claim.claim_name = next.claim_name,
                       claim.mpn_id = next.mpn_id,
                       claim.customer_contact = next.customer_contact,
                       claim.partner_contact = next.partner_contact,
                       claim.status = next.status,
                       claim.rejection = next.rejection,
                       claim.withdrawal = next.withdrawal,
                       claim.consent = next.consent,
                       claim.status_since = next.status_since,
                       claim.first_submitted = next.first_submitted,
                       claim.notes = next.notes
                """, rows);
    }

    private void settle(Night night, WaitingRows.Waiting waiting, List<ClaimTurn> turns) {
        List<Long> applied = new ArrayList<>();
        List<Long> refused = new ArrayList<>();
        List<Rejects.Rejected> rejected = new ArrayList<>();
        List<String> settled = new ArrayList<>();
        Map<String, @Nullable LocalDate> next = new TreeMap<>();
        for (ClaimTurn turn : turns) {
            turn.applied().forEach(row -> applied.add(row.row().id()));
            for (ClaimTurn.Refused row : turn.refused()) {
                refused.add(row.row().id());
                rejected.add(new Rejects.Rejected(
                        row.row().feedFile(),
                        row.row().line(),
                        row.row().key(),
                        row.refusal(),
                        row.row().asCsv()));
            }
            if (turn.waits()) {
                next.put(turn.claimId(), turn.nextDay());
            } else {
                settled.add(turn.claimId());
            }
        }
        waitingRows.settle(night, waiting, applied, refused);
        waitingRows.waitFor(settled, next);
        rejects.add(night, rejected);
    }
}
