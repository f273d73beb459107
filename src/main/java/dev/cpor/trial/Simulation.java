package dev.cpor.trial;

import dev.cpor.decision.Currencies;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.DryRun;
import dev.cpor.job.rules.RuleSets;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.claim.AssessableClaims;
import dev.cpor.store.claim.ExchangeRateTable;
import dev.cpor.store.claim.OpenClaims;
import dev.cpor.store.night.NightSteps;
import dev.cpor.store.night.Evaluations;
import dev.cpor.store.night.Runs;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.past.PastClaims;
import dev.cpor.store.past.PastReferences;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what nights do with other rules; writes nothing that stays. */
public class Simulation {
    private final OpenClaims claims;
    private final AssessableClaims assessables;
    private final ExchangeRateTable exchangeRates;
    private final PastClaims past;
    private final PastReferences references;
    private final Runs runs;
    private final NightSteps steps;
    private final Tallies tallies;
    private final Evaluations evaluations;
    private final RuleSets ruleSets;
    private final DryRun dryRun;
    private final BusinessCalendar calendar;
    private final NightlySettings settings;
    private final Progress progress;

    Simulation(
            OpenClaims claims,
            AssessableClaims assessables,
            ExchangeRateTable exchangeRates,
            PastClaims past,
            PastReferences references,
            Runs runs,
            NightSteps steps,
            Tallies tallies,
            Evaluations evaluations,
            RuleSets ruleSets,
            DryRun dryRun,
            BusinessCalendar calendar,
            NightlySettings settings,
            Progress progress) {
        this.claims = claims;
        this.assessables = assessables;
        this.exchangeRates = exchangeRates;
        this.past = past;
        this.references = references;
        this.runs = runs;
        this.steps = steps;
        this.tallies = tallies;
        this.evaluations = evaluations;
        this.ruleSets = ruleSets;
        this.dryRun = dryRun;
        this.calendar = calendar;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Compares one night: a complete one as it was, another as it would be now.
     *
     * @param folder holds the rules to be tried
     * @throws ClearFailure if something is wrong with them, or if a night begins meanwhile
     */
    public Simulated night(LocalDate date, Path folder) {
        CompiledRules with = ruleSets.in(folder);
        Optional<Runs.Run> run = runs.of(date);
        if (run.filter(Runs.Run::isComplete).isPresent()) {
            return nights(date, date, with);
        }
        CompiledRules now = ruleSets.of(run, date);
        List<Simulated> result = new ArrayList<>();
        dryRun.beforeEvaluation(date, undisturbed -> {
            Comparison comparison = new Comparison(new RuleDifferences(with));
            new UpcomingNight(claims, assessables, progress)
                    .compare(
                            date,
                            new Currencies(settings.currencies().rules(), exchangeRates.asOf(date)),
                            now,
                            with,
                            settings.chunk(),
                            undisturbed,
                            comparison);
            result.add(comparison.result(
                    new Simulated.Trial(date, date, List.of(), List.of(now.fingerprint()), with.fingerprint())));
        });
        return result.get(0);
    }

    /**
     * Replays the past nights from one business date to another, each side with its own consequences from night to night.
     *
     * @throws ClearFailure if no night of these dates is complete, or if what is kept of them does not tell them as they were
     */
    public Simulated nights(LocalDate from, LocalDate to, Path folder) {
        return nights(from, to, ruleSets.in(folder));
    }

    private Simulated nights(LocalDate from, LocalDate to, CompiledRules with) {
        List<Runs.Run> named = runs.all().stream()
                .filter(run -> run.isComplete()
                        && !run.businessDate().isBefore(from)
                        && !run.businessDate().isAfter(to))
                .toList();
        if (named.isEmpty()) {
            throw new ClearFailure(
                    "No night %s is complete, so there is nothing to replay; see the nights that are with: cpor runs list."
                            .formatted(from.equals(to) ? "of " + from : "from %s to %s".formatted(from, to)));
        }
        PastOrder order = order();
        List<Runs.Run> inOrder = order.sorted(named);
        Comparison comparison = new Comparison(new RuleDifferences(with));
        Map<Long, Long> counts = replay(order, inOrder).compare(with, settings.chunk(), comparison);
        counts.forEach(this::compareWithTally);
        Set<LocalDate> there = named.stream().map(Runs.Run::businessDate).collect(Collectors.toSet());
        return comparison.result(new Simulated.Trial(
                named.get(0).businessDate(),
                named.get(named.size() - 1).businessDate(),
                from.datesUntil(to.plusDays(1))
                        .filter(date -> !there.contains(date))
                        .toList(),
                inOrder.stream().map(Simulation::ruleset).distinct().toList(),
                with.fingerprint()));
    }

    /** Makes ready to live through a complete night again. */
    PastNights pastNight(Runs.Run run) {
        return replay(order(), List.of(run));
    }

    private PastOrder order() {
        return new PastOrder(steps.inOrder(), runs.all());
    }

    /** @param named complete nights, in the order in which they evaluated claims */
    private PastNights replay(PastOrder order, List<Runs.Run> named) {
        long first = named.get(0).number();
        List<PastStage> tried = order.between(first, named.get(named.size() - 1).number());
        Map<Long, CompiledRules> rules = new HashMap<>();
        for (PastStage stage : tried) {
            if (stage instanceof PastStage.Evaluation) {
                rules.put(
                        stage.run(),
                        ruleSets.archived(ruleset(runs.of(stage.date()).orElseThrow())));
            }
        }
        return new PastNights(
                past,
                references,
                calendar,
                settings.currencies().rules(),
                progress,
                new PastNights.Plan(
                        order.before(first),
                        tried,
                        order.since(first),
                        rules,
                        named.stream().map(Runs.Run::number).collect(Collectors.toSet())));
    }

    private static String ruleset(Runs.Run run) {
        if (!run.isComplete()) {
            throw new ClearFailure(
                    "The night of %s wrote decisions and did not end, so what came after it cannot be replayed; end it with: cpor nightly --date %s."
                            .formatted(run.businessDate(), run.businessDate()));
        }
        return Objects.requireNonNull(run.ruleset());
    }

    /**
     * Whatever makes a replay miss a claim, it is not to be believed then. Of a night that evaluated what was due it is only known
     * that no fewer claims were open.
     */
    private void compareWithTally(long run, long replayed) {
        long evaluated = tallies.of(run).getOrDefault(new Tallies.Key(Tallies.Topic.EVALUATED, "", ""), 0L);
        boolean every = evaluations.of(run).map(Evaluations.Begun::dueSince).isEmpty();
        if (every ? evaluated != replayed : evaluated > replayed) {
            throw new ClearFailure(
                    "The night of run %d evaluated %,d open claims, but what is kept of it tells of %,d; it cannot be replayed, try one that comes, with --date."
                            .formatted(run, evaluated, replayed));
        }
    }
}
