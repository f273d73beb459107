package dev.cpor.rules.scenario;

import dev.cpor.rules.CompiledRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows which rules have a case on which they fire, a hit, and one on which they do not, a near miss. */
final class Coverage {
    private final CompiledRules rules;
    private final Set<String> hits = new HashSet<>();
    private final Set<String> nearMisses = new HashSet<>();

    Coverage(CompiledRules rules) {
        this.rules = rules;
    }

    /** Takes note of a row. A rule that was not asked, because the claim did not come to assessment, proves nothing. */
    void add(Expectation expected, Trial trial) {
        String rule = expected.rule();
        if (!rule.isEmpty() && (trial.assessed() || !rules.isIncentiveRule(rule))) {
            (trial.fired(rule, expected.lineNo()) ? hits : nearMisses).add(rule);
        }
    }

    /** Returns how many rules have both. */
    int covered() {
        return (int) rules.ruleNames().stream()
                .filter(rule -> hits.contains(rule) && nearMisses.contains(rule))
                .count();
    }

    /** Returns a sentence for each rule that lacks one or both. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (String rule : rules.ruleNames()) {
            if (!hits.contains(rule)) {
                gaps.add(
                        "rule \"%s\": no case shows that it fires; add a row to a file of tests/ with this rule and facts that meet its conditions"
                                .formatted(rule));
            }
            if (!nearMisses.contains(rule)) {
                gaps.add(
                        "rule \"%s\": no case shows where it stops; add a row to a file of tests/ with this rule and facts that just fail its conditions"
                                .formatted(rule));
            }
        }
        return gaps;
    }
}
