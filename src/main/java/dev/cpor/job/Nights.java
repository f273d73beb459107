package dev.cpor.job;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.payout.Signing;
import dev.cpor.job.request.Folders;
import dev.cpor.job.request.NightOptions;
import dev.cpor.job.rules.RuleSets;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.claim.OpenClaims;
import dev.cpor.store.night.Evaluations;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Runs;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Runs nights, one business date at a time, under the lease. */
public class Nights {
    private final NightWork work;
    private final Leasing leasing;
    private final Runs runs;
    private final Evaluations evaluations;
    private final RuleSets ruleSets;
    private final OpenClaims claims;
    private final RequiredFeeds requiredFeeds;
    private final NightReporting reporting;
    private final Signing signing;
    private final Launching launching;
    private final BusinessCalendar calendar;
    private final NightlySettings settings;
    private final Folders folders;
    private final Progress progress;
    private final Job night;
    private final Job intake;

    Nights(
            NightWork work,
            Leasing leasing,
            Runs runs,
            Evaluations evaluations,
            RuleSets ruleSets,
            OpenClaims claims,
            RequiredFeeds requiredFeeds,
            NightReporting reporting,
            Signing signing,
            Launching launching,
            BusinessCalendar calendar,
            NightlySettings settings,
            Folders folders,
            Progress progress,
            Job night,
            Job intake) {
        this.work = work;
        this.leasing = leasing;
        this.runs = runs;
        this.evaluations = evaluations;
        this.ruleSets = ruleSets;
        this.claims = claims;
        this.requiredFeeds = requiredFeeds;
        this.reporting = reporting;
        this.signing = signing;
        this.launching = launching;
        this.calendar = calendar;
        this.settings = settings;
        this.folders = folders;
        this.progress = progress;
        this.night = night;
        this.intake = intake;
    }

    /**
     * Runs the night of a business date, or goes on with one that ended too early. An approval that the brake got for other
     * rules does not count for new ones.
     *
     * @throws ClearFailure if it cannot be run to its end, when the same call again goes on; or if it is to use new rules and has
     *     evaluated claims
     */
    public NightOutcome run(LocalDate businessDate, NightOptions options) {
        return run(businessDate, options, false);
    }

    /**
     * Lets a night that the brake has stopped run to its end.
     *
     * @param number of its run
     * @throws ClearFailure if the brake did not stop that run, or if it cannot be run to its end
     */
    public NightOutcome approve(long number) {
        Runs.Run run = runs.numbered(number)
                .orElseThrow(() -> new ClearFailure(
                        "There is no run %d; see the runs that there are with: cpor runs list.".formatted(number)));
        if (run.brakedAt() == null) {
            throw new ClearFailure(
                    "The brake did not stop run %d of %s, which is %s, so there is nothing to approve; see which runs are BRAKED with: cpor runs list."
                            .formatted(number, run.businessDate(), run.status()));
        }
        return run(run.businessDate(), NightOptions.NONE, true);
    }

    private NightOutcome run(LocalDate businessDate, NightOptions options, boolean approved) {
        if (runs.of(businessDate).filter(Runs.Run::isComplete).isPresent()) {
            return new NightOutcome.Skipped(businessDate);
        }
        checkCalendar(businessDate);
        requiredFeeds.check(businessDate);
        // A night that is to sign and cannot is better stopped before than after it has decided.
        signing.key();
        try (Leasing.Held lease = leasing.take()) {
            Optional<Runs.Run> before = runs.of(businessDate);
            if (before.filter(Runs.Run::isComplete).isPresent()) {
                return new NightOutcome.Skipped(businessDate);
            }
            CompiledRules rules = ruleSets.passing(begun(before, options), businessDate, options);
            takeInHand(lease.token(), businessDate, rules, options);
            if (approved) {
                runs.approve(work.night().run());
            }
            launching.launch(night, parameters(work.night()));
            return new NightOutcome.Completed(reporting.written());
        }
    }

    /** Forgets that a night was begun where it is to use new rules, as long as no decision of it is written. */
    Optional<Runs.Run> begun(Optional<Runs.Run> before, NightOptions options) {
        if (!options.newRules()) {
            return before;
        }
        before.filter(run -> evaluations.hasDecided(run.number())).ifPresent(run -> {
            throw new ClearFailure(
                    "The night of %s has evaluated claims with the rules that it began with, and ends with them; start it again without --new-rules."
                            .formatted(run.businessDate()));
        });
        return Optional.empty();
    }

    /** Runs the intake of a business date; the night of that date goes on with it, and one that ended too early stays so. */
    public void intake(LocalDate businessDate) {
        checkCalendar(businessDate);
        try (Leasing.Held lease = leasing.take()) {
            Optional<Runs.Run> before = runs.of(businessDate);
            if (before.filter(Runs.Run::isComplete).isPresent()) {
                throw new ClearFailure(
                        "The night of %s is complete, so its intake is closed; its late rows are applied by a later night."
                                .formatted(businessDate));
            }
            takeInHand(lease.token(), businessDate, null, NightOptions.NONE);
            launching.launch(
                    intake,
                    new JobParametersBuilder()
                            .addLong("run", work.night().run())
                            .addLong("token", lease.token())
                            .toJobParameters());
            before.ifPresent(run -> runs.putBack(work.night(), run));
        }
    }

    /** Notes the night in tables and takes it in hand; used inside and outside of a dry run. */
    void takeInHand(long token, LocalDate businessDate, @Nullable CompiledRules rules, NightOptions options) {
        if (rules != null) {
            ruleSets.keep(rules);
        }
        Runs.Run run = runs.begin(businessDate);
        if (rules != null) {
            runs.useRuleSet(run.number(), rules.fingerprint());
        }
        work.take(new NightWork.Hand(
                new Night(run.number(), businessDate, token),
                calendar,
                rules,
                settings,
                folders.inbox(),
                folders.out(),
                progress,
                run.starts() > 1,
                options.full()));
    }

    /**
     * Looks whether the calendar answers for a night, and for the claims that wait for it, before anything is changed.
     *
     * @throws BusinessCalendar.YearNotInCalendar if it does not
     */
    public void checkCalendar(LocalDate businessDate) {
        calendar.isBusinessDay(businessDate);
        claims.earliestDay(calendar.firstDay()).ifPresent(calendar::isBusinessDay);
    }

    static JobParameters parameters(Night night) {
        return new JobParametersBuilder()
                .addLong("run", night.run())
                .addLocalDate("businessDate", night.businessDate())
                .toJobParameters();
    }
}
