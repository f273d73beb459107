package dev.cpor.rules.grid;

import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.Finding;
import dev.cpor.decision.Findings;
import dev.cpor.decision.OpenClaim;
import dev.cpor.rules.vocabulary.lifecycle.Claim;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds claims for which lifecycle rules want different changes, by letting these be decided. */
final class Contradictions {
    private final Tried tried;
    private final List<Remark> remarks = new ArrayList<>();

    private Contradictions(Tried tried) {
        this.tried = tried;
    }

    static List<Remark> remarks(Tried tried) {
        Contradictions contradictions = new Contradictions(tried);
        List<Asks> rules = tried.rules();
        for (int second = 0; second < rules.size(); second++) {
            if (contradictions.isAtOddsWithItself(rules.get(second))) {
                continue;
            }
            for (int first = 0; first < second; first++) {
                contradictions.compare(rules.get(first), rules.get(second));
            }
        }
        return contradictions.remarks;
    }

    private boolean isAtOddsWithItself(Asks rule) {
        BitSet changes = changes(rule);
        for (int number = changes.nextSetBit(0); number >= 0; number = changes.nextSetBit(number + 1)) {
            if (isQuarantined(number, Set.of(rule.rule()))) {
                boolean several = tried.saidBy(rule.rule()).keySet().stream()
                                .filter(Contradictions::isChange)
                                .count()
                        > 1;
                remarks.add(new Remark(
                        rule.rule(),
                        several
                                ? "wants two different changes of one claim, for instance of %s, which quarantines it; let it say one of them"
                                        .formatted(tried.example(number, rule))
                                : "hands off %s, which quarantines it; add status == Status.APPROVED and consent == Consent.PENDING to its conditions"
                                        .formatted(tried.example(number, rule))));
                return true;
            }
        }
        return false;
    }

    private void compare(Asks first, Asks second) {
        BitSet both = changes(first);
        both.and(changes(second));
        for (int number = both.nextSetBit(0); number >= 0; number = both.nextSetBit(number + 1)) {
            if (!isQuarantined(number, Set.of(first.rule()))
                    && isQuarantined(number, Set.of(first.rule(), second.rule()))) {
                remarks.add(new Remark(
                        second.rule(),
                        "contradicts rule \"%s\": %s meets the conditions of both, and that one says %s, this one %s, so the claim is quarantined; change their conditions so that no claim meets both"
                                .formatted(
                                        first.rule(),
                                        tried.example(number, first, second),
                                        said(first, number),
                                        said(second, number))));
                return;
            }
        }
    }

    private String said(Asks rule, int number) {
        return tried.saidBy(rule.rule()).entrySet().stream()
                .filter(entry -> isChange(entry.getKey()) && entry.getValue().get(number))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" and "));
    }

    /** Returns the claims that a rule wants to change, other than by a note. */
    private BitSet changes(Asks rule) {
        BitSet changes = new BitSet();
        tried.saidBy(rule.rule()).forEach((what, where) -> {
            if (isChange(what)) {
                changes.or(where);
            }
        });
        return changes;
    }

    private static boolean isChange(String what) {
        return what.startsWith("reject ") || what.equals("handOff");
    }

    private boolean isQuarantined(int number, Set<String> rules) {
        List<Finding> said = tried.answers().of(number).stream()
                .filter(finding -> rules.contains(finding.rule()))
                .toList();
        Claim claim = (Claim) tried.point(number).fact();
        OpenClaim open = new OpenClaim(
                number,
                claim.claimId(),
                1,
                claim.mpnId(),
                claim.tenantId(),
                claim.program(),
                claim.activity(),
                claim.status(),
                claim.consent(),
                claim.incentive(),
                claim.statusSince(),
                claim.firstSubmitted(),
                Set.of());
        return Deciding.lifecycle(open, new Findings(Map.of((long) number, said), Map.of()))
                instanceof Decision.Quarantined;
    }
}
