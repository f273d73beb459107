package dev.cpor.cli.night;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.job.Nights;
import dev.cpor.job.request.NightDates;
import dev.cpor.store.intake.FeedFiles;
import dev.cpor.store.night.ReportQueries;
import dev.cpor.store.night.Runs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs the intake of a business date and nothing else; the night of that date goes on with it. */
@Command(name = "intake", description = "Read the feeds and apply what occurred up to a business date, and no more.")
public final class IntakeCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SharedOptions settings;

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "The business date (default: the one that nightly would take first).")
    private @Nullable LocalDate date;

    @Option(names = "--strict", description = "End with status 3 when something needs attention.")
    private boolean strict;

    @Override
    public Integer call() {
        try (Session session = Session.open(settings)) {
            LocalDate day = date;
            if (day == null) {
                List<LocalDate> due = session.get(NightDates.class).due();
                if (due.isEmpty()) {
                    settings.console()
                            .err()
                            .println("Every night up to yesterday is complete; there is nothing to do.");
                    return ExitStatus.DONE;
                }
                day = due.get(0);
            }
            session.get(Nights.class).intake(day);
            return tell(session, day);
        }
    }

    private int tell(Session session, LocalDate day) {
        Runs.Run run = session.get(Runs.class).of(day).orElseThrow();
        List<FeedFiles.Seen> files = session.get(FeedFiles.class).ofRun(run.number());
        ReportQueries queries = session.get(ReportQueries.class);
        Map<Long, Long> rejects = queries.rejectsByFile(run.number());
        Map<Long, Long> waiting = queries.waitingByFile(run.number());
        for (FeedFiles.Seen file : files) {
            String refusal = file.message();
            settings.console()
                    .out()
                    .println(
                            refusal != null
                                    ? refusal
                                    : "%s: %,d rows read, %,d waiting, %,d duplicates, %,d rejects"
                                            .formatted(
                                                    file.name(),
                                                    file.records(),
                                                    waiting.getOrDefault(file.id(), 0L),
                                                    file.duplicates(),
                                                    rejects.getOrDefault(file.id(), 0L)));
        }
        long refused = rejects.values().stream().mapToLong(Long::longValue).sum();
        if (refused > 0) {
            settings.console().out().printf("%,d rejects: cpor runs show %d%n", refused, run.number());
        }
        if (files.stream().anyMatch(file -> file.state() == FeedFiles.State.REFUSED)) {
            return ExitStatus.FAILED;
        }
        return strict && refused > 0 ? ExitStatus.ATTENTION : ExitStatus.DONE;
    }
}
