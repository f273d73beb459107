package dev.cpor.account;

import static dev.cpor.report.Tables.row;

import dev.cpor.account.Document.Part;
import dev.cpor.report.Column;
import dev.cpor.store.account.BalanceQueries.Balance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A reconciliation as finance reads it: first what does not agree, then totals, then each partner, then single claims and earnings. */
final class ReconciliationDocument {
    private static final int LONGEST = 200;

    private ReconciliationDocument() {}

    static Document of(Reconciliation reconciliation) {
        List<Part> parts = new ArrayList<>();
        parts.add(differences(reconciliation.differences()));
        BalanceParts balances = new BalanceParts(reconciliation.balances());
        parts.addAll(balances.totals());
        parts.add(balances.moved());
        parts.addAll(new ClaimParts(reconciliation).parts());
        parts.add(balances.unmoved());
        return new Document(
                reconciliation.told(),
                lead(reconciliation),
                facts(reconciliation),
                reconciliation.differences().stream()
                        .map(Difference::explanation)
                        .limit(LONGEST)
                        .toList(),
                reconciliation.asOf() == null
                        ? ""
                        : "Nothing differs: in every currency opening balance, earnings and reversals come to the closing balance, and every hand-off is accounted for.",
                parts,
                LONGEST);
    }

    private static String lead(Reconciliation reconciliation) {
        String nights;
        if (reconciliation.asOf() == null) {
            nights = "No night of it is complete.";
        } else if (reconciliation.period().isOneDay()) {
            nights = "Its night is complete.";
        } else {
            nights = "%d complete %s, the last of %s."
                    .formatted(
                            reconciliation.nights(),
                            reconciliation.nights() == 1 ? "night" : "nights",
                            reconciliation.asOf());
        }
        String unfinished = reconciliation.unfinished().stream()
                .map(night ->
                        " The night of %s is %s and does not count.".formatted(night.businessDate(), night.status()))
                .collect(Collectors.joining());
        return nights + unfinished;
    }

    private static Map<String, @Nullable Object> facts(Reconciliation reconciliation) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("from", reconciliation.period().first().toString());
        facts.put("to", reconciliation.period().last().toString());
        facts.put("nights", reconciliation.nights());
        facts.put(
                "as_of",
                reconciliation.asOf() == null ? null : reconciliation.asOf().toString());
        facts.put(
                "unfinished",
                reconciliation.unfinished().stream()
                        .map(night -> night.businessDate().toString())
                        .toList());
        return facts;
    }

    private static Part differences(List<Difference> differences) {
        return new Part(
                "differences",
                "Differences",
                List.of(
                        Column.text("program"),
                        Column.text("mpn_id"),
                        Column.text("currency"),
                        Column.text("claim_id"),
                        Column.text("earning_id"),
                        Column.text("kind"),
                        Column.number("amount"),
                        Column.text("explanation")),
                differences.stream()
                        .map(one -> row(
                                one.program(),
                                one.mpnId(),
                                one.currency(),
                                one.claimId(),
                                one.earningId(),
                                one.kind(),
                                one.amount(),
                                one.explanation()))
                        .toList());
    }

    /** Groups balances, keeping their order. */
    static <K> Map<K, List<Balance>> grouped(Collection<Balance> balances, Function<Balance, K> key) {
        return balances.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
