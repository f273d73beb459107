package dev.cpor.rules;

import dev.cpor.decision.Finding;
import dev.cpor.rules.evaluate.ClaimFacts;
import dev.cpor.rules.evaluate.Evaluation;
import dev.cpor.rules.evaluate.TimeLimit;
import dev.cpor.rules.grid.Answers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks rules about records that were made up. Unlike in a night, what a rule finds about a record is kept also where another one fails
 * on it: each rule is judged by itself.
 */
final class Probing {
    private final Evaluation evaluation;
    private final List<String> rules;
    private final Map<Long, List<Finding>> findings = new HashMap<>();

    private Probing(Evaluation evaluation, List<String> rules) {
        this.evaluation = evaluation;
        this.rules = rules;
    }

    /**
     * Asks rules about a page.
     *
     * @param rules the names of all rules that the evaluation is of
     * @param page claims of one record each, with its place as their number
     */
    static Answers ask(Evaluation evaluation, List<String> rules, List<ClaimFacts> page) {
        try {
            return new Answers(evaluation.ask(page), Map.of());
        } catch (TimeLimit.Failed failed) {
            return new Probing(evaluation, rules).askEach(page);
        }
    }

    private Answers askEach(List<ClaimFacts> page) {
        Map<String, Answers.Failing> failing = new TreeMap<>();
        for (String rule : rules) {
            One one = new One(rule);
            one.ask(page);
            if (one.failure != null) {
                failing.put(rule, new Answers.Failing(one.first, one.failure.what(), !one.answers));
            }
        }
        return new Answers(findings, failing);
    }

    /** What one rule says; halves of a page on which it fails are asked about by themselves. */
    private final class One {
        private final String rule;
        private TimeLimit.@Nullable Failed failure;
        private int first;
        private boolean answers;

        private One(String rule) {
            this.rule = rule;
        }

        private void ask(List<ClaimFacts> page) {
            if (failure != null && failure.isEndless()) {
                // Each further half would cost the time limit, and a thread.
                return;
            }
            try {
                evaluation.ask(rule, page).forEach((number, found) -> findings.computeIfAbsent(
                                number, one -> new ArrayList<>())
                        .addAll(found));
                answers = true;
            } catch (TimeLimit.Failed failed) {
                if (page.size() > 1 && !failed.isEndless()) {
                    ask(page.subList(0, page.size() / 2));
                    ask(page.subList(page.size() / 2, page.size()));
                } else if (failure == null) {
                    failure = failed;
                    first = Math.toIntExact(page.get(0).number());
                }
            }
        }
    }
}
