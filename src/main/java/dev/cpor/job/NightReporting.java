package dev.cpor.job;

import dev.cpor.decision.EveryClaim;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.intake.Feed;
import dev.cpor.payout.Extract;
import dev.cpor.report.Attention;
import dev.cpor.report.HtmlReport;
import dev.cpor.report.JsonReport;
import dev.cpor.report.NightReport;
import dev.cpor.report.NightReport.Action;
import dev.cpor.report.TextSummary;
import dev.cpor.store.claim.NightScope;
import dev.cpor.store.intake.FeedFiles;
import dev.cpor.store.night.Evaluations;
import dev.cpor.store.night.MissedClaims;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.ReportQueries;
import dev.cpor.store.night.Runs;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.night.Tallies.Topic;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a night from what the database holds of it. */
final class NightReporting {
    private static final Map<Topic, Action> ACTIONS = Map.of(
            Topic.ESCALATED, Action.ESCALATED,
            Topic.REMINDED, Action.REMINDED,
            Topic.REJECTED, Action.REJECTED,
            Topic.HELD, Action.HELD,
            Topic.HANDED_OFF, Action.HANDED_OFF,
            Topic.INELIGIBLE, Action.INELIGIBLE,
            Topic.EARNED, Action.EARNED);

    private final NightWork work;
    private final RunFolder folder;
    private final Runs runs;
    private final FeedFiles files;
    private final Tallies tallies;
    private final ReportQueries queries;
    private final ClaimsToEvaluate toEvaluate;
    private final Evaluations evaluations;
    private final MissedClaims missed;
    private final StepTimes steps;
    private final Clock clock;
    private volatile @Nullable NightReport written;

    NightReporting(
            NightWork work,
            RunFolder folder,
            Runs runs,
            FeedFiles files,
            Tallies tallies,
            ReportQueries queries,
            ClaimsToEvaluate toEvaluate,
            Evaluations evaluations,
            MissedClaims missed,
            StepTimes steps,
            Clock clock) {
        this.work = work;
        this.folder = folder;
        this.runs = runs;
        this.files = files;
        this.tallies = tallies;
        this.queries = queries;
        this.toEvaluate = toEvaluate;
        this.evaluations = evaluations;
        this.missed = missed;
        this.steps = steps;
        this.clock = clock;
    }

    /** Writes the report of the night in hand and ends its run. */
    void close() {
        NightReport report = report(false);
        String json = JsonReport.render(report);
        folder.write("report.json", json);
        folder.write("report.html", HtmlReport.render(report));
        evaluations.end(work.night().run());
        runs.complete(work.night(), TextSummary.whole(report), json);
        written = report;
    }

    /** Returns the report that the last night was closed with: to gather it once more would count all claims once more. */
    NightReport written() {
        return Objects.requireNonNull(written, "No night has been closed.");
    }

    /** Tells the night in hand as if it ended now. */
    NightReport report(boolean dryRun) {
        Night night = work.night();
        Runs.Run run = runs.of(night.businessDate()).orElseThrow();
        Map<Tallies.Key, Long> counts = tallies.of(night.run());
        NightReport.Intake intake = intake(night);
        NightReport.Decisions decisions = decisions(night, counts);
        NightReport.Payout payout = payout(night);
        return new NightReport(
                new NightReport.Night(
                        night.run(),
                        night.businessDate(),
                        NightReport.RunStatus.COMPLETED,
                        work.ruleSet().fingerprint(),
                        run.startedAt(),
                        clock.instant(),
                        run.starts() > 1,
                        dryRun),
                intake,
                decisions,
                payout,
                dryRun ? Attention.ofDryRun(intake, decisions) : Attention.of(night.run(), intake, decisions),
                dryRun ? List.of() : steps.of(night, counts, intake, payout));
    }

    private NightReport.Intake intake(Night night) {
        Map<Long, Long> waiting = queries.waitingByFile(night.run());
        Map<Long, Long> rejected = queries.rejectsByFile(night.run());
        return new NightReport.Intake(
                files.ofRun(night.run()).stream()
                        .map(file -> feedFile(
                                file, waiting.getOrDefault(file.id(), 0L), rejected.getOrDefault(file.id(), 0L)))
                        .toList(),
                queries.rejectsByCode(night.run()).entrySet().stream()
                        .map(count -> new NightReport.RejectCount(count.getKey(), count.getValue()))
                        .toList());
    }

    private static NightReport.FeedFile feedFile(FeedFiles.Seen file, long waiting, long rejected) {
        String prefix = Feed.valueOf(file.feed()).prefix();
        return new NightReport.FeedFile(
                file.name(),
                prefix.substring(0, prefix.length() - 1),
                file.records(),
                Math.max(0, file.records() - file.duplicates() - rejected - waiting),
                waiting,
                file.duplicates(),
                rejected,
                withoutName(file));
    }

    /** The sentence begins with the file's name, which the report shows in a place of its own. */
    private static @Nullable String withoutName(FeedFiles.Seen file) {
        String message = file.message();
        String name = file.name() + ": ";
        return message != null && message.startsWith(name) ? message.substring(name.length()) : message;
    }

    private NightReport.Decisions decisions(Night night, Map<Tallies.Key, Long> counts) {
        return new NightReport.Decisions(
                counts.getOrDefault(new Tallies.Key(Topic.EVALUATED, "", ""), 0L),
                scope(night),
                counts.entrySet().stream()
                        .filter(count -> ACTIONS.containsKey(count.getKey().topic()))
                        .map(count -> ruleCount(count.getKey(), count.getValue()))
                        .toList(),
                changes(night, counts),
                queries.statuses().entrySet().stream()
                        .map(count -> new NightReport.StatusCount(count.getKey(), count.getValue()))
                        .toList(),
                queries.held().stream()
                        .flatMap(held -> held.reasons().stream()
                                .filter(reason -> reason.isFor(ReasonCode.Use.HOLD))
                                .map(reason -> new NightReport.HeldClaim(
                                        held.claimId(), reason, age(held.since(), night.businessDate()))))
                        .toList(),
                queries.quarantined(night.run()).stream()
                        .map(claim -> new NightReport.QuarantinedClaim(claim.claimId(), claim.rules(), claim.message()))
                        .toList(),
                List.of());
    }

    private NightReport.Scope scope(Night night) {
        List<String> claims = missed.of(night.run());
        NightScope scope = toEvaluate.scope();
        return scope instanceof NightScope.Every every
                ? new NightReport.Scope(null, because(every), claims)
                : new NightReport.Scope(((NightScope.Due) scope).since(), null, claims);
    }

    /** Who asks for every claim also asks what the query would have missed, and is told where nobody can know. */
    private static @Nullable String because(NightScope.Every every) {
        String because = every.why().because();
        return every.why() == EveryClaim.FULL && every.check() == null
                ? because + "; which of them were due is not known, as no night before is a measure of that"
                : because;
    }

    private List<NightReport.StatusChange> changes(Night night, Map<Tallies.Key, Long> counts) {
        Map<List<String>, Long> changes = new LinkedHashMap<>();
        counts.forEach((key, count) -> {
            if (key.topic() == Topic.STATUS) {
                changes.put(List.of(key.label(), key.reason()), count);
            }
        });
        queries.reinstatedBefore(night.run())
                .forEach(moved ->
                        changes.merge(List.of(moved.from().name(), moved.to().name()), moved.claims(), Long::sum));
        return changes.entrySet().stream()
                .map(change -> new NightReport.StatusChange(
                        status(change.getKey().get(0)),
                        Objects.requireNonNull(status(change.getKey().get(1))),
                        change.getValue()))
                .toList();
    }

    private static long age(LocalDate since, LocalDate businessDate) {
        return BusinessCalendar.daysBetween(since, businessDate);
    }

    private static NightReport.RuleCount ruleCount(Tallies.Key key, long count) {
        boolean hasReason = key.topic() != Topic.HANDED_OFF && !key.reason().isEmpty();
        return new NightReport.RuleCount(
                key.label().isEmpty() ? "A claim that was on hold is assessed" : key.label(),
                Objects.requireNonNull(ACTIONS.get(key.topic())),
                hasReason ? ReasonCode.valueOf(key.reason()) : null,
                count);
    }

    private static @Nullable Status status(String name) {
        return name.isEmpty() ? null : Status.valueOf(name);
    }

    private NightReport.Payout payout(Night night) {
        return new NightReport.Payout(
                queries.earned(night.run()).stream().map(NightReporting::earned).toList(),
                queries.reversed(night.run()).stream()
                        .map(NightReporting::earned)
                        .toList(),
                queries.extracts(night.run()).stream()
                        .map(extract -> new NightReport.ExtractFile(
                                new Extract(extract.program(), extract.businessDate(), extract.sequence()).fileName(),
                                extract.rows(),
                                extract.sums(),
                                extract.usd(),
                                extract.sha256()))
                        .toList());
    }

    private static NightReport.Earned earned(ReportQueries.Earned sum) {
        return new NightReport.Earned(sum.program(), sum.earnings(), sum.amount(), sum.usd());
    }
}
