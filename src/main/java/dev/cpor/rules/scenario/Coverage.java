package dev.cpor.rules.scenario;

import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.explain.NearMisses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows which rules have a case on which they fire, a hit, and one that misses them by one condition alone, a near miss. */
final class Coverage {
    private final CompiledRules rules;
    private final Set<String> hits = new HashSet<>();
    private final Set<String> nearMisses = new HashSet<>();

    private Coverage(CompiledRules rules) {
        this.rules = rules;
    }

    /**
     * Looks at every row that expects something. A rule that was not asked, because the claim did not come to assessment, proves
     * nothing.
     *
     * @param trials what came of each scenario
     */
    static Coverage of(CompiledRules rules, Map<Scenario, Trial> trials) {
        Coverage coverage = new Coverage(rules);
        List<NearMisses.Miss> misses = new ArrayList<>();
        trials.forEach((scenario, trial) -> {
            for (Expectation expected : scenario.expectations()) {
                String rule = expected.rule();
                boolean asked = !rule.isEmpty() && (trial.assessed() || !rules.isIncentiveRule(rule));
                if (asked && expected.isSomething()) {
                    if (trial.fired(rule, expected.lineNo())) {
                        coverage.hits.add(rule);
                    } else {
                        misses.add(scenario.miss(rule, expected.lineNo()));
                    }
                }
            }
        });
        NearMisses near = rules.nearMisses();
        coverage.nearMisses.addAll(near.of(misses));
        coverage.nearMisses.addAll(near.neverMissed());
        return coverage;
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
                        "rule \"%s\": no case shows where it stops; add a row to a file of tests/ with this rule and facts that meet all its conditions but one"
                                .formatted(rule));
            }
        }
        return gaps;
    }
}
