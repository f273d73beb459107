package dev.cpor.cli.night;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.decision.Decision;
import dev.cpor.job.DryRun;
import dev.cpor.job.NightOutcome;
import dev.cpor.job.Nights;
import dev.cpor.job.request.NightDates;
import dev.cpor.job.request.NightOptions;
import dev.cpor.report.Attention;
import dev.cpor.report.NightReport;
import dev.cpor.report.TextSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs nights: the one that is named, those of a range, or those that are due. */
@Command(
        name = "nightly",
        description = {
            "Run the whole night of a business date: intake, evaluation, payout extract, run report.",
            "Without a date: every night after the last that completed, up to yesterday; on an empty database, the night of the latest date found in the feeds."
        })
public final class NightlyCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SharedOptions settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--date", paramLabel = "D", description = "The business date, such as 2026-11-20.")
    private @Nullable LocalDate date;

    @Option(names = "--from", paramLabel = "D", description = "The first of several business dates.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "The last of several business dates.")
    private @Nullable LocalDate to;

    @Option(
            names = "--approve",
            paramLabel = "RUN",
            description = "Go on with the run that the brake has stopped, and let it do what it would do.")
    private @Nullable Long approve;

    @Option(
            names = "--new-rules",
            description =
                    "Let a night that began with other rules, and has written no decision yet, use those that there are now.")
    private boolean newRules;

    @Option(names = "--dry-run", description = "Print what would change; nothing stays in tables or files.")
    private boolean dryRun;

    @Option(
            names = "--full",
            description = "Evaluate every open claim, and not only those that are due since the night before.")
    private boolean full;

    @Option(
            names = "--skip-rule-tests",
            description = "Leave out the scenarios of the rules; their check is never left out.")
    private boolean skipRuleTests;

    @Option(
            names = "--remote",
            description =
                    "Have the claims evaluated by every \"cpor worker\" on the same --db; by this command itself when there is none.")
    private boolean remote;

    @Option(names = "--strict", description = "End with status 3 when something needs attention.")
    private boolean strict;

    @Override
    public Integer call() {
        List<LocalDate> named = named();
        try (Session session = remote ? Session.openManager(settings) : Session.open(settings)) {
            Long run = approve;
            if (run != null) {
                return approved(session.get(Nights.class).approve(run), run);
            }
            List<LocalDate> dates =
                    named.isEmpty() ? session.get(NightDates.class).due() : named;
            if (dates.isEmpty()) {
                settings.console().err().println("Every night up to yesterday is complete; there is nothing to do.");
                return ExitStatus.DONE;
            }
            return dryRun ? dryRun(session, dates) : run(session, dates);
        }
    }

    private int approved(NightOutcome outcome, long run) {
        Verdicts verdicts = new Verdicts();
        if (outcome instanceof NightOutcome.Completed completed) {
            verdicts.add(completed.report());
            tell(completed.report(), true);
        } else {
            settings.console().err().printf("Run %d is complete already; it is skipped.%n", run);
        }
        return verdicts.status(strict);
    }

    private List<LocalDate> named() {
        if (approve != null && (date != null || from != null || to != null || dryRun || newRules || full)) {
            throw wrong("Give --approve alone: it lets the night do what it would do");
        }
        if (remote && dryRun) {
            throw wrong("Give either --remote or --dry-run, not both: what changes nothing is not shared");
        }
        if (remote && settings.db() == null) {
            throw wrong("Give --remote with the --db that the workers use, too");
        }
        if (date != null && (from != null || to != null)) {
            throw wrong("Give either --date or --from and --to, not both");
        }
        if ((from == null) != (to == null)) {
            throw wrong("Give both --from and --to");
        }
        if (from != null && to != null) {
            if (from.isAfter(to)) {
                throw wrong("--from %s is after --to %s; exchange them".formatted(from, to));
            }
            return from.datesUntil(to.plusDays(1)).toList();
        }
        return date == null ? List.of() : List.of(date);
    }

    private CommandLine.ParameterException wrong(String what) {
        return new CommandLine.ParameterException(spec.commandLine(), what);
    }

    private int run(Session session, List<LocalDate> dates) {
        Nights nights = session.get(Nights.class);
        dates.forEach(nights::checkCalendar);
        Verdicts verdicts = new Verdicts();
        for (LocalDate night : dates) {
            NightOutcome outcome = nights.run(night, options());
            if (outcome instanceof NightOutcome.Completed completed) {
                verdicts.add(completed.report());
                tell(completed.report(), dates.size() == 1 || night.equals(dates.get(dates.size() - 1)));
            } else {
                settings.console().err().printf("The night of %s is complete already; it is skipped.%n", night);
            }
        }
        verdicts.earlier().forEach(settings.console().out()::println);
        return verdicts.status(strict);
    }

    private NightOptions options() {
        return new NightOptions(!skipRuleTests, newRules, full);
    }

    private void tell(NightReport report, boolean whole) {
        if (whole) {
            settings.console()
                    .out()
                    .print(TextSummary.render(report, settings.console().terminal()));
        } else {
            settings.console().out().println(OneLine.of(report));
        }
        settings.console().out().flush();
    }

    private int dryRun(Session session, List<LocalDate> dates) {
        Verdicts verdicts = new Verdicts();
        session.get(DryRun.class).run(dates, options(), night -> {
            verdicts.add(night.report());
            for (Decision decision : night.decisions()) {
                settings.console().out().println(night.report().night().businessDate() + " " + Wording.of(decision));
            }
            night.rejects().forEach(reject -> settings.console()
                    .out()
                    .printf(
                            "%s reject %s:%d %s %s: %s%n",
                            night.report().night().businessDate(),
                            reject.file(),
                            reject.line(),
                            reject.id(),
                            reject.code(),
                            reject.message()));
            settings.console().out().print(TextSummary.whole(night.report()));
            if (night.crossed() != null) {
                settings.console()
                        .out()
                        .printf("%nThe brake of nightly.yaml would stop this night: it %s.%n", night.crossed());
            }
        });
        settings.console().out().flush();
        return verdicts.status(strict);
    }

    /** What the nights of one command say about its exit status. */
    private static final class Verdicts {
        private boolean refusedFile;
        private boolean attention;
        private final List<NightReport> reports = new ArrayList<>();

        void add(NightReport report) {
            reports.add(report);
            refusedFile |= report.intake().feeds().stream().anyMatch(feed -> feed.refusal() != null);
            attention |= !report.attention().isEmpty();
        }

        /** Says what needs attention of all nights but the last, which has told its own. What is held still, the last tells too. */
        List<String> earlier() {
            List<String> lines = new ArrayList<>();
            for (NightReport report : reports.subList(0, Math.max(0, reports.size() - 1))) {
                for (Attention one : report.attention()) {
                    if (!one.lasts()) {
                        lines.add("  %s  %s  %s".formatted(report.night().businessDate(), one.what(), one.command()));
                    }
                }
            }
            if (!lines.isEmpty()) {
                lines.add(0, "Needs attention of the nights before");
            }
            return lines;
        }

        int status(boolean strict) {
            if (refusedFile) {
                return ExitStatus.FAILED;
            }
            return strict && attention ? ExitStatus.ATTENTION : ExitStatus.DONE;
        }
    }
}
