package dev.cpor.payout.verify;

import dev.cpor.payout.Manifest;
import dev.cpor.payout.Totals;

/** Rows and sums of a CSV are what its manifest says. */
final class ManifestTotalsCheck {
    private final Totals totals = new Totals();
    private long rows;
    private boolean complete = true;

    void countRow() {
        rows++;
    }

    /** Some row's amounts are unreadable, which is said elsewhere: the sums would only say it again. */
    void missAmounts() {
        complete = false;
    }

    void add(Amounts amounts) {
        totals.add(
                amounts.earned().currency().getCurrencyCode(),
                amounts.earned().amount(),
                amounts.usd().amount());
    }

    /** Returns the sums of the rows whose amounts can be read. */
    Totals totals() {
        return totals;
    }

    void compareWith(Manifest manifest, String name, Discrepancies found) {
        if (manifest.rows() != rows) {
            found.add(name, "it says " + manifest.rows() + " rows, its CSV has " + rows);
        }
        if (manifest.rows() == 0) {
            found.add(name, "it says 0 rows, but an extract is written for earnings only");
        }
        if (complete && !manifest.sums().equals(totals.writtenSums())) {
            found.add(name, "it says sums " + manifest.sums() + ", its CSV has " + totals.writtenSums());
        }
        if (complete && !manifest.sumUsd().equals(totals.writtenUsd())) {
            found.add(name, "it says sumUSD " + manifest.sumUsd() + ", its CSV has " + totals.writtenUsd());
        }
    }
}
