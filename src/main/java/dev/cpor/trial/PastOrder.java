package dev.cpor.trial;

import dev.cpor.domain.ClearFailure;
import dev.cpor.store.night.NightSteps.Kind;
import dev.cpor.store.night.NightSteps.Step;
import dev.cpor.store.night.Runs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What happened to claims since the first night, in the order in which it happened. */
final class PastOrder {
    private final List<PastStage> stages = new ArrayList<>();

    PastOrder(List<Step> steps, List<Runs.Run> runs) {
        Map<Long, Runs.Run> byNumber = new HashMap<>();
        runs.forEach(run -> byNumber.put(run.number(), run));
        Map<Long, Integer> lastEvaluations = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).kind() == Kind.EVALUATION) {
                lastEvaluations.put(steps.get(i).run(), i);
            }
        }
        Set<Long> read = new LinkedHashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            LocalDate date = Objects.requireNonNull(byNumber.get(step.run())).businessDate();
            switch (step.kind()) {
                case READING -> read.add(step.run());
                case TURNS -> {
                    if (step.wrote()) {
                        stages.add(new PastStage.Intake(step.run(), date, Set.copyOf(read)));
                    }
                }
                case EVALUATION -> {
                    // One that ended too early has its place where it ended.
                    if (Integer.valueOf(i).equals(lastEvaluations.get(step.run()))) {
                        stages.add(new PastStage.Evaluation(step.run(), date, Set.copyOf(read)));
                    }
                }
            }
        }
    }

    /** Returns what happened before the evaluation of a run. */
    List<PastStage> before(long run) {
        return stages.subList(0, place(run));
    }

    /** Returns what happened from the evaluation of one run to that of another, both included. */
    List<PastStage> between(long first, long last) {
        return stages.subList(place(first), place(last) + 1);
    }

    /** Returns the runs to which anything belongs that happened since the evaluation of a run, itself included. */
    Set<Long> since(long run) {
        Set<Long> runs = new HashSet<>();
        stages.subList(place(run), stages.size()).forEach(stage -> runs.add(stage.run()));
        return runs;
    }

    /** Returns the given runs in the order in which they evaluated claims. */
    List<Runs.Run> sorted(List<Runs.Run> runs) {
        Map<Runs.Run, Integer> places = new HashMap<>();
        runs.forEach(run -> places.put(run, place(run.number())));
        return runs.stream().sorted(Comparator.comparing(places::get)).toList();
    }

    private int place(long run) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i) instanceof PastStage.Evaluation evaluation && evaluation.run() == run) {
                return i;
            }
        }
        throw new ClearFailure(
                "Nothing is kept of when run %d evaluated claims, so its night cannot be lived through again; try one that comes, with --date."
                        .formatted(run));
    }
}
