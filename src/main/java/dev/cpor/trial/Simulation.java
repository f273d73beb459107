package dev.cpor.trial;

import dev.cpor.decision.Currencies;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.DryRun;
import dev.cpor.job.RuleSets;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.AssessableClaims;
import dev.cpor.store.ExchangeRateTable;
import dev.cpor.store.OpenClaims;
import dev.cpor.store.PastClaims;
import dev.cpor.store.PastReferences;
import dev.cpor.store.Runs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what nights do with other rules; writes nothing that stays. */
public class Simulation {
    private final OpenClaims claims;
    private final AssessableClaims assessables;
    private final ExchangeRateTable exchangeRates;
    private final PastClaims past;
    private final PastReferences references;
    private final Runs runs;
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
     */
    public Simulated night(LocalDate date, Path folder) {
        CompiledRules with = ruleSets.in(folder);
        Optional<Runs.Run> run = runs.of(date);
        if (run.filter(Runs.Run::isComplete).isPresent()) {
            return nights(date, date, with);
        }
        CompiledRules now = ruleSets.of(run, date);
        List<Simulated> result = new ArrayList<>();
        dryRun.beforeEvaluation(date, () -> {
            Comparison comparison = new Comparison(new RuleDifferences(with));
            new UpcomingNight(claims, assessables, progress)
                    .compare(
                            date,
                            new Currencies(settings.currencies().rules(), exchangeRates.asOf(date)),
                            now,
                            with,
                            settings.chunk(),
                            comparison);
            result.add(comparison.result(date, date, now.fingerprint(), with.fingerprint()));
        });
        return result.get(0);
    }

    /**
     * Replays the past nights from one business date to another, each side with its own consequences from night to night.
     *
     * @throws ClearFailure if no night of these dates is complete
     */
    public Simulated nights(LocalDate from, LocalDate to, Path folder) {
        return nights(from, to, ruleSets.in(folder));
    }

    private Simulated nights(LocalDate from, LocalDate to, CompiledRules with) {
        List<Runs.Run> complete = runs.all().stream()
                .filter(Runs.Run::isComplete)
                .sorted(Comparator.comparingLong(Runs.Run::number))
                .toList();
        List<Runs.Run> named = complete.stream()
                .filter(run -> !run.businessDate().isBefore(from)
                        && !run.businessDate().isAfter(to))
                .toList();
        if (named.isEmpty()) {
            throw new ClearFailure(
                    "No night from %s to %s is complete, so there is nothing to replay; see the nights that are with: cpor runs list."
                            .formatted(from, to));
        }
        Runs.Run last = named.get(named.size() - 1);
        PastNights nights = pastNights(complete, named.get(0).number(), last.number());
        Comparison comparison = new Comparison(new RuleDifferences(with));
        nights.compare(with, settings.chunk(), comparison);
        return comparison.result(from, to, Objects.requireNonNullElse(last.ruleset(), ""), with.fingerprint());
    }

    /** Makes ready to live through the runs from one number to another. */
    PastNights pastNights(List<Runs.Run> complete, long first, long last) {
        return new PastNights(
                past,
                references,
                calendar,
                settings.currencies().rules(),
                progress,
                complete.stream()
                        .filter(run -> run.number() < first)
                        .map(run -> new PastNights.PastNight(run.number(), run.businessDate(), null))
                        .toList(),
                complete.stream()
                        .filter(run -> run.number() >= first && run.number() <= last)
                        .map(run -> new PastNights.PastNight(run.number(), run.businessDate(), rules(run.ruleset())))
                        .toList());
    }

    private @Nullable CompiledRules rules(@Nullable String fingerprint) {
        return fingerprint == null ? null : ruleSets.archived(fingerprint);
    }
}
