package dev.cpor.decision;

import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.ReasonCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/** Decides what incentive assessment makes of a claim. */
final class IncentiveDeciding {
    /** Stands where a rule's name would stand when the assessment itself gives a reason. */
    static final String ASSESSMENT = "Incentive assessment";

    private final Verdict.ToAssess toAssess;
    private final OpenClaim claim;
    private final Findings findings;
    private final LineDeciding deciding;

    IncentiveDeciding(Verdict.ToAssess toAssess, Findings findings, LineDeciding deciding) {
        this.toAssess = toAssess;
        this.claim = toAssess.claim();
        this.findings = findings;
        this.deciding = deciding;
    }

    Decision decide(List<ClaimLine> lines) {
        Findings.Failure failure = findings.failures().get(claim.id());
        if (failure != null) {
            return new Decision.Quarantined(claim, List.of(failure.rule()), failure.message());
        }
        ByReason holds = new ByReason();
        ByReason claimReasons = new ByReason();
        Map<Integer, ByReason> lineReasons = new HashMap<>();
        Map<Integer, String> earns = new HashMap<>();
        for (Finding finding : findings.of(claim.id())) {
            if (finding instanceof Finding.Hold hold) {
                holds.add(hold.reason(), hold.rule());
            } else if (finding instanceof Finding.ClaimIneligible ineligible) {
                claimReasons.add(ineligible.reason(), ineligible.rule());
            } else if (finding instanceof Finding.LineIneligible ineligible) {
                lineReasons
                        .computeIfAbsent(ineligible.lineNo(), line -> new ByReason())
                        .add(ineligible.reason(), ineligible.rule());
            } else if (finding instanceof Finding.LineEarns line) {
                earns.merge(line.lineNo(), line.rule(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        if (!holds.isEmpty()) {
            return held(holds.rules());
        }
        List<LineDeciding.Outcome> outcomes = lines.stream()
                .sorted(Comparator.comparingInt(ClaimLine::lineNo))
                .map(line -> deciding.decide(
                        line,
                        claimReasons.isEmpty(),
                        lineReasons.getOrDefault(line.lineNo(), new ByReason()),
                        earns.get(line.lineNo())))
                .toList();
        return decide(outcomes, claimReasons);
    }

    private Decision decide(List<LineDeciding.Outcome> outcomes, ByReason claimReasons) {
        if (outcomes.stream().anyMatch(LineDeciding.NoExchangeRate.class::isInstance)) {
            ByReason hold = new ByReason();
            hold.add(ReasonCode.NO_EXCHANGE_RATE, ASSESSMENT);
            return held(hold.rules());
        }
        List<LineDeciding.Conflict> conflicts = outcomes.stream()
                .filter(LineDeciding.Conflict.class::isInstance)
                .map(LineDeciding.Conflict.class::cast)
                .toList();
        if (!conflicts.isEmpty()) {
            TreeSet<String> rules = new TreeSet<>();
            conflicts.forEach(conflict -> rules.add(conflict.rule()));
            List<String> messages =
                    conflicts.stream().map(LineDeciding.Conflict::message).toList();
            return new Decision.Quarantined(claim, List.copyOf(rules), String.join(" ", messages));
        }
        List<LineResult> results = outcomes.stream()
                .map(outcome -> outcome instanceof LineDeciding.Done done ? done.result() : null)
                .filter(Objects::nonNull)
                .toList();
        return new Decision.HandedOff(
                claim, toAssess.notes(), toAssess.consentElapses(), toAssess.rule(), claimReasons.rules(), results);
    }

    private Decision held(SortedMap<ReasonCode, String> holds) {
        ByReason fresh = new ByReason();
        List<ReasonCode> known = new ArrayList<>(claim.notes());
        holds.forEach((reason, rule) -> {
            if (!known.contains(reason)) {
                fresh.add(reason, rule);
            }
        });
        if (toAssess.consentElapses()) {
            // The history row of the elapsed consent names its hold, even one that was made before.
            return new Decision.Held(claim, toAssess.notes(), true, fresh.isEmpty() ? holds : fresh.rules());
        }
        if (!fresh.isEmpty()) {
            return new Decision.Held(claim, toAssess.notes(), false, fresh.rules());
        }
        return toAssess.notes().isEmpty() ? new Decision.Unchanged(claim) : new Decision.Noted(claim, toAssess.notes());
    }
}
