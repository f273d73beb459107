package dev.cpor.rules.evaluate;

import dev.cpor.decision.Finding;
import dev.cpor.decision.Findings;
import dev.cpor.decision.Findings.Failure;
import dev.cpor.rules.compile.RuleBase;
import dev.cpor.rules.drl.Folder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kie.api.runtime.KieSession;

/**
 * Lets the rules of one folder say what they say about a page of claims. As a rule, in one session. When a rule throws or does
 * not end, each rule is asked alone, and one that fails then too is asked claim by claim: so that the claims on which it fails
 * are known, with its name, and all others keep their findings.
 */
public final class Evaluation {
    /** How many claims of a page a rule may fail to end on before it is not asked about the others: each costs the time limit, and a thread. */
    private static final int MOST_ENDLESS = 3;

    private final Folder folder;
    private final RuleBase base;
    private final TimeLimit limit;

    /** @param timeout how long rules may take for a page of claims, and for a single one */
    public Evaluation(Folder folder, RuleBase base, Duration timeout) {
        this.folder = folder;
        this.base = base;
        this.limit = new TimeLimit(timeout);
    }

    /** Returns what the rules find in a page of claims; where a rule fails on a claim, that claim's failure in its place. */
    public Findings evaluate(List<ClaimFacts> page) {
        if (page.isEmpty()) {
            return new Findings(Map.of(), Map.of());
        }
        try {
            return new Findings(ask(page), Map.of());
        } catch (TimeLimit.Failed failed) {
            return evaluateRuleByRule(page);
        }
    }

    private Findings evaluateRuleByRule(List<ClaimFacts> page) {
        Map<Long, List<Finding>> findings = new HashMap<>();
        Map<Long, Failure> failures = new HashMap<>();
        for (String rule : base.names()) {
            try {
                merge(findings, ask(() -> base.newSession(rule), page));
            } catch (TimeLimit.Failed failed) {
                evaluateClaimByClaim(rule, page, findings, failures);
            }
        }
        findings.keySet().removeAll(failures.keySet());
        return new Findings(findings, failures);
    }

    private void evaluateClaimByClaim(
            String rule, List<ClaimFacts> page, Map<Long, List<Finding>> findings, Map<Long, Failure> failures) {
        int endless = 0;
        for (ClaimFacts claim : page) {
            if (endless == MOST_ENDLESS) {
                fail(failures, claim, rule, "was not asked, because it did not end on others; shorten its condition");
                continue;
            }
            try {
                merge(findings, ask(() -> base.newSession(rule), List.of(claim)));
            } catch (TimeLimit.Failed failed) {
                endless += failed.isEndless() ? 1 : 0;
                fail(failures, claim, rule, failed.what());
            }
        }
    }

    /** Asks all rules together about a page. */
    public Map<Long, List<Finding>> ask(List<ClaimFacts> page) throws TimeLimit.Failed {
        return ask(base::newSession, page);
    }

    /** Asks one rule alone about a page. */
    public Map<Long, List<Finding>> ask(String rule, List<ClaimFacts> page) throws TimeLimit.Failed {
        return ask(() -> base.newSession(rule), page);
    }

    private static void fail(Map<Long, Failure> failures, ClaimFacts claim, String rule, String what) {
        failures.putIfAbsent(
                claim.number(),
                new Failure(rule, "The rule \"%s\" failed on claim %s: it %s.".formatted(rule, claim.claimId(), what)));
    }

    private static void merge(Map<Long, List<Finding>> all, Map<Long, List<Finding>> more) {
        more.forEach((claim, found) -> all.computeIfAbsent(claim, number -> new ArrayList<>(found.size()))
                .addAll(found));
    }

    private Map<Long, List<Finding>> ask(Supplier<KieSession> rules, List<ClaimFacts> page) throws TimeLimit.Failed {
        return limit.call(() -> {
            Recorder recorder = new Recorder();
            KieSession session = rules.get();
            try {
                session.setGlobal("decide", recorder.decide(folder));
                session.addEventListener(recorder);
                for (ClaimFacts claim : page) {
                    claim.facts().forEach(session::insert);
                }
                session.fireAllRules();
            } finally {
                session.dispose();
            }
            return recorder.findings();
        });
    }
}
