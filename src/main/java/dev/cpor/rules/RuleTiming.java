package dev.cpor.rules;

import dev.cpor.decision.Assessable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Measures what rules cost in time. Each rule is asked alone about a sample of claims, 1,000 to a session; the facts are made
 * before the clock starts, and a session's start and the insertion of its claims are part of what is measured.
 */
public final class RuleTiming {
    private static final int PAGE = 1000;
    private static final int ROUNDS = 3;

    private final Facts facts;
    private final Map<Folder, Evaluation> evaluations;
    private final Map<Folder, RuleBase> bases;

    RuleTiming(Facts facts, Map<Folder, Evaluation> evaluations, Map<Folder, RuleBase> bases) {
        this.facts = facts;
        this.evaluations = evaluations;
        this.bases = bases;
    }

    /**
     * Returns how long each rule takes for 1,000 claims of the sample: the median of three rounds, after one to warm up. A
     * rule that fails or does not end is left out.
     *
     * @param sample at least one claim, with its lines
     */
    public Map<String, Duration> perThousand(List<Assessable> sample, LocalDate businessDate) {
        Map<String, Duration> times = new HashMap<>();
        times.putAll(times(Folder.LIFECYCLE, pages(sample, claim -> facts.lifecycle(claim.claim(), businessDate))));
        times.putAll(times(Folder.INCENTIVE, pages(sample, claim -> facts.incentive(claim, businessDate))));
        return times;
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

    private Map<String, Duration> times(Folder folder, List<List<ClaimFacts>> pages) {
        Evaluation evaluation = Objects.requireNonNull(evaluations.get(folder));
        Map<String, Duration> times = new HashMap<>();
        for (String rule : Objects.requireNonNull(bases.get(folder)).names()) {
            try {
                times.put(rule, time(evaluation, rule, pages));
            } catch (TimeLimit.Failed e) {
                // Whoever asks sees that there is no time; a night names the claims on which the rule fails.
                System.getLogger(RuleTiming.class.getName())
                        .log(System.Logger.Level.INFO, "A rule could not be measured.", e);
            }
        }
        return times;
    }

    private static Duration time(Evaluation evaluation, String rule, List<List<ClaimFacts>> pages)
            throws TimeLimit.Failed {
        round(evaluation, rule, pages);
        long[] rounds = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            round(evaluation, rule, pages);
            rounds[i] = System.nanoTime() - start;
        }
        Arrays.sort(rounds);
        long claims = pages.stream().mapToLong(List::size).sum();
        return Duration.ofNanos(rounds[ROUNDS / 2] * PAGE / claims);
    }

    private static void round(Evaluation evaluation, String rule, List<List<ClaimFacts>> pages)
            throws TimeLimit.Failed {
        for (List<ClaimFacts> page : pages) {
            evaluation.ask(rule, page);
        }
    }
}
