package dev.cpor.store.decision;

import dev.cpor.decision.Decision;
import dev.cpor.store.history.ClaimUpdate;
import dev.cpor.store.history.HistoryWriting;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.statement.Batch;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the decisions of a page: one statement for each kind of change, guarded by the lease and by each claim's version.
 * Runs in the caller's transaction, which also holds the step's progress.
 */
class DecisionWriting {
    private final JdbcTemplate jdbc;
    private final Lease lease;
    private final Tallies tallies;
    private final HistoryWriting history;
    private final EarningWriting earnings;

    DecisionWriting(JdbcTemplate jdbc, Lease lease, Tallies tallies) {
        this.jdbc = jdbc;
        this.lease = lease;
        this.tallies = tallies;
        this.history = new HistoryWriting(jdbc);
        this.earnings = new EarningWriting(jdbc);
    }

    /**
     * Writes claims, history, earnings, notices and quarantine.
     *
     * @param ruleset the fingerprint of the rule set that decided
     * @throws OptimisticLockingFailureException if somebody changed one of the claims since it was read
     * @throws Lease.LeaseLost if another night writes now
     */
    public void write(Night night, String ruleset, List<Decision> decisions) {
        DecisionRows rows = new DecisionRows(night.businessDate(), ruleset, decisions);
        update(rows.changes);
        history.append(night, rows.history);
        earnings.insert(night, rows.earnings);
        queue(night, rows.notices);
        quarantine(night, rows.quarantined);
        tallies.add(night.run(), rows.tally);
        lease.check(night);
    }

    private void update(List<ClaimChange> changes) {
        ClaimUpdate update = new ClaimUpdate();
        for (ClaimChange change : changes) {
            update.add(
                    change.before.id(),
                    change.before.version(),
                    change.version,
                    change.status,
                    change.rejection,
                    change.consent,
                    change.incentive,
                    change.statusSince,
                    change.notes());
        }
        update.run(jdbc);
    }

    private void queue(Night night, List<DecisionRows.NoticeRow> notices) {
        if (!notices.isEmpty()) {
            Batch.update(
                    jdbc,
                    "insert into notice (claim, version, kind, recipient, reason, queued_on) values (?, ?, ?, ?, ?, ?)",
                    notices.stream()
                            .map(notice -> new Object[] {
                                notice.claim(),
                                notice.version(),
                                notice.kind(),
                                notice.recipient(),
                                notice.reason(),
                                night.businessDate()
                            })
                            .toList());
        }
    }

    private void quarantine(Night night, List<Decision.Quarantined> claims) {
        if (!claims.isEmpty()) {
            Batch.update(
                    jdbc,
                    """
                    insert into quarantine (run, claim, rules, message) values (?, ?, ?, ?)
                        on duplicate key update rules = value(rules), message = value(message)
                    """,
                    claims.stream()
                            .map(claim -> new Object[] {
                                night.run(), claim.claim().id(), String.join("; ", claim.rules()), claim.message()
                            })
                            .toList());
        }
    }
}
