package dev.cpor.rules;

import dev.cpor.decision.Assessable;
import dev.cpor.rules.compile.RuleBase;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.evaluate.ClaimFacts;
import dev.cpor.rules.evaluate.Evaluation;
import dev.cpor.rules.evaluate.Facts;
import dev.cpor.rules.evaluate.TimeLimit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures what rules cost in time. Each rule is asked alone about a sample of claims, 1,000 to a session; the facts are made
 * before the clock starts, and a session's start and the insertion of its claims are part of what is measured.
 */
public final class RuleTiming {
    private static final int PAGE = 1000;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_PAGES = 20;

    private final Facts facts;
    private final Map<Folder, Evaluation> evaluations;
    private final Map<Folder, RuleBase> bases;

    RuleTiming(Facts facts, Map<Folder, Evaluation> evaluations, Map<Folder, RuleBase> bases) {
        this.facts = facts;
        this.evaluations = evaluations;
        this.bases = bases;
    }

    /**
     * Returns how long each rule takes for 1,000 claims of the sample: the median of five rounds over all rules, after some to
     * warm up. A rule that fails or does not end is left out.
     *
     * @param sample at least one claim, with its lines
     */
    public Map<String, Duration> perThousand(List<Assessable> sample, LocalDate businessDate) {
        List<Measured> rules = new ArrayList<>();
        rules.addAll(rules(Folder.LIFECYCLE, pages(sample, claim -> facts.lifecycle(claim.claim(), businessDate))));
        rules.addAll(rules(Folder.INCENTIVE, pages(sample, claim -> facts.incentive(claim, businessDate))));
        int warmUp = Math.max(1, WARM_UP_PAGES * PAGE / sample.size());
        // All rules in each round: none is measured while the machine is colder than for the others.
        for (int round = 0; round < warmUp + ROUNDS; round++) {
            boolean counts = round >= warmUp;
            rules.removeIf(rule -> !rule.ask(counts));
        }
        return rules.stream().collect(Collectors.toMap(Measured::name, rule -> rule.perThousand(sample.size())));
    }

    private static List<List<ClaimFacts>> pages(List<Assessable> sample, Function<Assessable, ClaimFacts> facts) {
        List<List<ClaimFacts>> pages = new ArrayList<>();
        for (int from = 0; from < sample.size(); from += PAGE) {
            pages.add(sample.subList(from, Math.min(sample.size(), from + PAGE)).stream()
                    .map(facts)
                    .toList());
        }
        return pages;
    }

    private List<Measured> rules(Folder folder, List<List<ClaimFacts>> pages) {
        Evaluation evaluation = Objects.requireNonNull(evaluations.get(folder));
        return Objects.requireNonNull(bases.get(folder)).names().stream()
                .map(name -> new Measured(name, evaluation, pages, new ArrayList<>()))
                .toList();
    }

    /** @param rounds how long each round took that counts, in nanoseconds */
    private record Measured(String name, Evaluation evaluation, List<List<ClaimFacts>> pages, List<Long> rounds) {
        /** Says false when the rule fails or does not end; a night names the claims on which it does. */
        boolean ask(boolean counts) {
            long start = System.nanoTime();
            for (List<ClaimFacts> page : pages) {
                try {
                    evaluation.ask(name, page);
                } catch (TimeLimit.Failed e) {
                    System.getLogger(RuleTiming.class.getName())
                            .log(System.Logger.Level.INFO, "A rule could not be measured.", e);
                    return false;
                }
            }
            if (counts) {
                rounds.add(System.nanoTime() - start);
            }
            return true;
        }

        Duration perThousand(long claims) {
            List<Long> sorted = rounds.stream().sorted().toList();
            return Duration.ofNanos(sorted.get(sorted.size() / 2) * PAGE / claims);
        }
    }
}
