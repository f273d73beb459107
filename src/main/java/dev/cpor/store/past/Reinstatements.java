package dev.cpor.store.past;

import dev.cpor.domain.Incentive;
import dev.cpor.domain.ReasonCode;
import dev.cpor.store.history.ClaimUpdate;
import dev.cpor.store.history.HistoryRow;
import dev.cpor.store.history.HistoryWriting;
import dev.cpor.store.night.Lease;
import dev.cpor.store.night.Night;
import dev.cpor.store.payout.Reversals;
import dev.cpor.store.statement.Batch;
import dev.cpor.store.statement.Bind;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts claims back to where they stood before a decision: with a row of history, and reversals of what it earned. */
public class Reinstatements {
    /** The kind of the history row. */
    static final String KIND = "REINSTATED";

    private final JdbcTemplate jdbc;
    private final Reversals reversals;
    private final Lease lease;
    private final Clock clock;
    private final HistoryWriting history;

    Reinstatements(JdbcTemplate jdbc, Reversals reversals, Lease lease, Clock clock) {
        this.jdbc = jdbc;
        this.reversals = reversals;
        this.lease = lease;
        this.clock = clock;
        this.history = new HistoryWriting(jdbc);
    }

    /**
     * Puts the claims of these decisions back. Runs in the caller's transaction.
     *
     * @param after the night after which it is done, with the token of whoever does it
     * @param run the run that decided
     * @param decisions such that stand
     * @param why what the history is to say
     * @throws OptimisticLockingFailureException if somebody changed one of the claims since it was read
     * @throws Lease.LeaseLost if somebody else writes now
     */
    public void write(Night after, long run, List<RuleDecision> decisions, String why) {
        if (decisions.isEmpty()) {
            return;
        }
        update(decisions);
        history.append(
                after,
                decisions.stream().map(decision -> row(decision, run, why)).toList());
        note(after, decisions);
        tellPartners(after, decisions);
        reversals.ask(decisions.stream().map(RuleDecision::claim).toList(), run, ReasonCode.CORRECTION);
        lease.check(after);
    }

    private void update(List<RuleDecision> decisions) {
        ClaimUpdate update = new ClaimUpdate();
        for (RuleDecision decision : decisions) {
            Stay before = decision.before();
            update.add(
                    decision.claim(),
                    decision.version(),
                    decision.version() + 1,
                    before.status(),
                    null,
                    before.consent(),
                    Incentive.NOT_ASSESSED,
                    before.since(),
                    before.notes());
        }
        update.run(jdbc);
    }

    private HistoryRow row(RuleDecision decision, long run, String why) {
        return new HistoryRow(
                decision.claim(),
                decision.version() + 1,
                KIND,
                new HistoryRow.Told(clock.instant(), null, null, why),
                decision.before().status(),
                decision.before().consent(),
                Incentive.NOT_ASSESSED,
                null,
                "%s by run %d does not count".formatted(decision.kind(), run),
                null);
    }

    private void note(Night after, List<RuleDecision> decisions) {
        Batch.update(
                jdbc,
                """
                insert into reinstatement (claim, version, decision, run, status_since, notes) values (?, ?, ?, ?, ?, ?)
                """,
                decisions.stream()
                        .map(decision -> new Object[] {
                            decision.claim(),
                            decision.version() + 1,
                            decision.version(),
                            after.run(),
                            decision.before().since(),
                            Bind.names(decision.before().notes())
                        })
                        .toList());
    }

    private void tellPartners(Night after, List<RuleDecision> decisions) {
        Batch.update(
                jdbc,
                "insert into notice (claim, version, kind, recipient, queued_on) values (?, ?, 'REINSTATEMENT', 'PARTNER', ?)",
                decisions.stream()
                        .map(decision -> new Object[] {decision.claim(), decision.version() + 1, after.businessDate()})
                        .toList());
    }
}
