package dev.cpor.account;

import dev.cpor.store.account.BalanceQueries.Balance;
import dev.cpor.store.account.ReconciliationQueries.Claimed;
import dev.cpor.store.account.ReconciliationQueries.HandedOff;
import dev.cpor.store.account.ReconciliationQueries.Hold;
import dev.cpor.store.account.ReconciliationQueries.OneEarning;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What claims, earnings, extracts and finance's answers come to in a period.
 *
 * @param nights how many nights of the period are complete
 * @param asOf the last of them, null when there is none
 * @param unfinished the nights of the period that were begun and are not complete; they do not count
 * @param waiting the earnings that somebody has asked to take back and no night has yet, with negative amounts
 * @param unpaid the earnings of which finance said in the period, and last, that they failed or are rejected
 */
public record Reconciliation(
        Period period,
        long nights,
        @Nullable LocalDate asOf,
        List<Unfinished> unfinished,
        List<Balance> balances,
        List<HandedOff> handedOff,
        List<Hold> holds,
        List<OneEarning> reversals,
        List<OneEarning> waiting,
        List<OneEarning> unpaid,
        List<Claimed> claimedTwice,
        List<OneEarning> paidTwice,
        List<Difference> differences) {

    /** A night that was begun and is not complete. */
    public record Unfinished(LocalDate businessDate, String status) {}

    /** Says whether something does not agree. */
    public boolean differs() {
        return !differences.isEmpty();
    }

    /** Returns its title, such as {@code Reconciliation of November 2026}. */
    public String told() {
        return "Reconciliation of " + period.told();
    }

    /** Returns it to be written down. */
    public Document document() {
        return ReconciliationDocument.of(this);
    }
}
