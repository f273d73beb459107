package dev.cpor.account;

import static dev.cpor.report.Tables.row;

import dev.cpor.account.Document.Part;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Program;
import dev.cpor.report.Column;
import dev.cpor.store.account.ReconciliationQueries.HandedOff;
import dev.cpor.store.account.ReconciliationQueries.Hold;
import dev.cpor.store.account.ReconciliationQueries.OneEarning;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of a reconciliation that are about claims and single earnings. */
final class ClaimParts {
    private final Reconciliation reconciliation;

    ClaimParts(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    List<Part> parts() {
        return List.of(claims(), holds(), reversals(), waiting(), unpaid(), claimedTwice(), paidTwice());
    }

    /** A program and a partner. */
    private record Key(Program program, String mpnId) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::program).thenComparing(Key::mpnId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** What claims of a partner come to. */
    private record Count(String partner, long handedOff, long eligible, long onHold) {
        Count and(Count other) {
            return new Count(partner, handedOff + other.handedOff, eligible + other.eligible, onHold + other.onHold);
        }
    }

    private Part claims() {
        Map<Key, Count> counts = new TreeMap<>();
        for (HandedOff one : reconciliation.handedOff()) {
            counts.merge(
                    new Key(one.program(), one.mpnId()),
                    new Count(one.partner(), one.claims(), one.eligible(), 0),
                    Count::and);
        }
        for (Hold hold : reconciliation.holds()) {
            counts.merge(new Key(hold.program(), hold.mpnId()), new Count(hold.partner(), 0, 0, 1), Count::and);
        }
        return new Part(
                "claims",
                "Claims handed off, and on hold at the end, by program and partner",
                List.of(
                        Column.text("program"),
                        Column.text("mpn_id"),
                        Column.text("partner"),
                        Column.number("handed_off"),
                        Column.number("eligible"),
                        Column.number("ineligible"),
                        Column.number("on_hold")),
                counts.entrySet().stream()
                        .map(count -> row(
                                count.getKey().program(),
                                count.getKey().mpnId(),
                                count.getValue().partner(),
                                count.getValue().handedOff(),
                                count.getValue().eligible(),
                                count.getValue().handedOff() - count.getValue().eligible(),
                                count.getValue().onHold()))
                        .toList());
    }

    private Part holds() {
        LocalDate day = reconciliation.asOf() == null ? reconciliation.period().last() : reconciliation.asOf();
        return new Part(
                "holds",
                "Claims on hold at the end",
                List.of(
                        Column.text("program"),
                        Column.text("mpn_id"),
                        Column.text("partner"),
                        Column.text("claim_id"),
                        Column.text("reason"),
                        Column.text("since"),
                        Column.number("days")),
                reconciliation.holds().stream()
                        .map(hold -> row(
                                hold.program(),
                                hold.mpnId(),
                                hold.partner(),
                                hold.claimId(),
                                hold.reasons(),
                                hold.since(),
                                BusinessCalendar.daysBetween(hold.since(), day)))
                        .toList());
    }

    private Part reversals() {
        return new Part(
                "reversals",
                "Reversals",
                List.of(
                        Column.text("program"),
                        Column.text("mpn_id"),
                        Column.text("partner"),
                        Column.text("claim_id"),
                        Column.text("earning_id"),
                        Column.text("reverses"),
                        Column.text("business_date"),
                        Column.number("amount"),
                        Column.text("currency"),
                        Column.text("reason")),
                reconciliation.reversals().stream()
                        .map(one -> row(
                                one.program(),
                                one.mpnId(),
                                one.partner(),
                                one.claimId(),
                                one.earningId(),
                                one.reverses(),
                                one.businessDate(),
                                one.amount().amount(),
                                one.amount().currency(),
                                one.reasonCode()))
                        .toList());
    }

    /** The balances are those of extracts, so they know nothing of these. */
    private Part waiting() {
        return new Part(
                "waiting",
                "Reversals that the next night makes, as it stands now",
                List.of(
                        Column.text("program"),
                        Column.text("mpn_id"),
                        Column.text("partner"),
                        Column.text("claim_id"),
                        Column.text("reverses"),
                        Column.number("amount"),
                        Column.text("currency"),
                        Column.text("reason")),
                reconciliation.waiting().stream()
                        .map(one -> row(
                                one.program(),
                                one.mpnId(),
                                one.partner(),
                                one.claimId(),
                                one.earningId(),
                                one.amount().amount(),
                                one.amount().currency(),
                                one.reasonCode()))
                        .toList());
    }

    private Part unpaid() {
        return new Part(
                "unpaid",
                "Payments that failed or were rejected, as finance said last",
                List.of(
                        Column.text("program"),
                        Column.text("mpn_id"),
                        Column.text("partner"),
                        Column.text("claim_id"),
                        Column.text("earning_id"),
                        Column.text("business_date"),
                        Column.number("amount"),
                        Column.text("currency"),
                        Column.text("status"),
                        Column.text("payment_id"),
                        Column.text("reason")),
                reconciliation.unpaid().stream().map(ClaimParts::unpaid).toList());
    }

    private static List<@Nullable Object> unpaid(OneEarning one) {
        return row(
                one.program(),
                one.mpnId(),
                one.partner(),
                one.claimId(),
                one.earningId(),
                one.businessDate(),
                one.amount().amount(),
                one.amount().currency(),
                one.answer() == null ? null : one.answer().status(),
                one.answer() == null ? null : one.answer().paymentId(),
                one.answer() == null ? null : one.answer().reason());
    }

    private Part claimedTwice() {
        return new Part(
                "claimed_twice",
                "Subscriptions that more than one claim names, as claims stand now",
                List.of(
                        Column.text("subscription_id"),
                        Column.text("claim_id"),
                        Column.text("program"),
                        Column.text("mpn_id"),
                        Column.text("partner"),
                        Column.text("status")),
                reconciliation.claimedTwice().stream()
                        .map(one -> row(
                                one.subscriptionId(),
                                one.claimId(),
                                one.program(),
                                one.mpnId(),
                                one.partner(),
                                one.status()))
                        .toList());
    }

    private Part paidTwice() {
        return new Part(
                "paid_twice",
                "Subscriptions that more than one earning pays",
                List.of(
                        Column.text("subscription_id"),
                        Column.text("earning_id"),
                        Column.text("claim_id"),
                        Column.text("program"),
                        Column.text("mpn_id"),
                        Column.text("partner"),
                        Column.text("business_date"),
                        Column.number("amount"),
                        Column.text("currency")),
                reconciliation.paidTwice().stream()
                        .map(one -> row(
                                one.subscriptionId(),
                                one.earningId(),
                                one.claimId(),
                                one.program(),
                                one.mpnId(),
                                one.partner(),
                                one.businessDate(),
                                one.amount().amount(),
                                one.amount().currency()))
                        .toList());
    }
}
