package dev.cpor.account;

import dev.cpor.store.account.BalanceQueries;
import dev.cpor.store.account.BalanceQueries.Balance;
import dev.cpor.store.account.DifferenceQueries;
import dev.cpor.store.account.ReconciliationQueries;
import dev.cpor.store.connection.Snapshot;
import dev.cpor.store.night.Runs;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Reconciles periods: reads everything as it stands at one moment, and writes nothing. */
public class Reconciling {
    private final Snapshot snapshot;
    private final Runs runs;
    private final BalanceQueries balances;
    private final ReconciliationQueries queries;
    private final Differences differences;

    Reconciling(
            Snapshot snapshot,
            Runs runs,
            BalanceQueries balances,
            ReconciliationQueries queries,
            DifferenceQueries differences) {
        this.snapshot = snapshot;
        this.runs = runs;
        this.balances = balances;
        this.queries = queries;
        this.differences = new Differences(differences);
    }

    /** Returns the reconciliation of a period; one in which nothing happened has balances alone. */
    public Reconciliation of(Period period) {
        return snapshot.read(() -> read(period));
    }

    private Reconciliation read(Period period) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        List<Runs.Run> begun = runs.all().stream()
                .filter(run -> period.holds(run.businessDate()))
                .toList();
        List<Balance> sums = balances.balances(first, last);
        return new Reconciliation(
                period,
                begun.stream().filter(Runs.Run::isComplete).count(),
                begun.stream()
                        .filter(Runs.Run::isComplete)
                        .map(Runs.Run::businessDate)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                begun.stream()
                        .filter(run -> !run.isComplete())
                        .map(run -> new Reconciliation.Unfinished(run.businessDate(), run.status()))
                        .toList(),
                sums,
                queries.handedOff(first, last),
                queries.holds(last),
                queries.reversals(first, last),
                queries.waiting(last),
                queries.unpaid(first, last),
                queries.claimedTwice(first, last),
                queries.paidTwice(first, last),
                differences.of(period, sums));
    }
}
