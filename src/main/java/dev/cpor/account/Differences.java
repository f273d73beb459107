package dev.cpor.account;

import dev.cpor.account.Difference.Kind;
import dev.cpor.store.account.BalanceQueries.Balance;
import dev.cpor.store.account.DifferenceQueries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds what does not agree in a period. */
final class Differences {
    private final DifferenceQueries queries;

    Differences(DifferenceQueries queries) {
        this.queries = queries;
    }

    List<Difference> of(Period period, List<Balance> balances) {
        List<Difference> all = new ArrayList<>();
        balances.forEach(balance -> compare(balance, all));
        queries.notInTheirExtract(period.first(), period.last())
                .forEach(stray -> all.add(Difference.ofClaim(
                        Kind.EXTRACT,
                        stray.claimId(),
                        stray.earningId(),
                        "The earning %s of %s is in %s; it belongs into the extract of its own night and program."
                                .formatted(
                                        stray.earningId(),
                                        stray.businessDate(),
                                        stray.extractDate() == null
                                                ? "no extract"
                                                : "an extract of " + stray.extractDate()))));
        queries.wrongRows(period.first(), period.last())
                .forEach(rows -> all.add(new Difference(
                        Kind.ROWS,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "The extract %s %06d of %s %s; there must be one for each of its earnings, which number %d."
                                .formatted(
                                        rows.program(),
                                        rows.sequence(),
                                        rows.businessDate(),
                                        rows.written() == null
                                                ? "is not written"
                                                : "was written with %d rows".formatted(rows.written()),
                                        rows.earnings()))));
        queries.unexplained(period.first(), period.last())
                .forEach(claim -> all.add(Difference.ofClaim(
                        Kind.UNEXPLAINED,
                        claim.claimId(),
                        null,
                        "The claim %s was handed off on %s as %s with %d earnings%s."
                                .formatted(
                                        claim.claimId(),
                                        claim.businessDate(),
                                        claim.incentive(),
                                        claim.earnings(),
                                        claim.earnings() == 0 ? " and no reason why" : ""))));
        queries.withoutHandOff(period.first(), period.last())
                .forEach(stray -> all.add(Difference.ofClaim(
                        Kind.NO_HAND_OFF,
                        stray.claimId(),
                        stray.earningId(),
                        "The earning %s of %s has no hand-off of the claim %s in its night."
                                .formatted(stray.earningId(), stray.businessDate(), stray.claimId()))));
        return all;
    }

    private static void compare(Balance balance, List<Difference> all) {
        BigDecimal amount = balance.closing()
                .amount()
                .amount()
                .subtract(balance.opening().amount().amount())
                .subtract(balance.earned().amount().amount())
                .subtract(balance.reversed().amount().amount());
        BigDecimal usd = balance.closing()
                .usd()
                .amount()
                .subtract(balance.opening().usd().amount())
                .subtract(balance.earned().usd().amount())
                .subtract(balance.reversed().usd().amount());
        if (amount.signum() != 0 || usd.signum() != 0) {
            all.add(new Difference(
                    Kind.BALANCE,
                    balance.program(),
                    balance.mpnId(),
                    balance.currency(),
                    null,
                    null,
                    amount,
                    "%s, partner %s: the closing balance of the extracts is %s %s (%s USD) more than opening balance, earnings and reversals come to."
                            .formatted(
                                    balance.program(),
                                    balance.mpnId(),
                                    amount.toPlainString(),
                                    balance.currency(),
                                    usd.toPlainString())));
        }
    }
}
