package dev.cpor.cli.night;

import dev.cpor.cli.claims.ClaimsCommand;
import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.domain.ClearFailure;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.store.intake.FeedFiles;
import dev.cpor.store.intake.Rejects;
import dev.cpor.store.night.ReportQueries;
import dev.cpor.store.night.Runs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

/** Shows past runs. */
@Command(name = "runs", description = "Show past runs.", synopsisSubcommandLabel = "COMMAND")
public final class RunsCommand {
    private static final List<Column> LIST_COLUMNS = List.of(
            Column.number("run"),
            Column.text("business_date"),
            Column.text("status"),
            Column.number("starts"),
            Column.text("started_at"),
            Column.text("ended_at"),
            Column.text("ruleset"),
            Column.text("failure"),
            Column.text("approved_at"));
    private static final List<Column> REJECT_COLUMNS = List.of(
            Column.text("file"), Column.number("line"), Column.text("id"), Column.text("code"), Column.text("message"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SharedOptions settings;

    @Command(name = "list", description = "List all runs, by business date.")
    int list(
            @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table).")
                    OutputFormat format) {
        try (Session session = Session.open(settings)) {
            boolean table = format == OutputFormat.TABLE;
            Tables.write(
                    format,
                    LIST_COLUMNS,
                    session.get(Runs.class).all().stream().map(run -> row(run, table)),
                    settings.console().out());
        }
        return ExitStatus.DONE;
    }

    private static List<@Nullable Object> row(Runs.Run run, boolean table) {
        String ruleset = run.ruleset();
        return Arrays.asList(
                run.number(),
                run.businessDate(),
                run.status(),
                run.starts(),
                run.startedAt(),
                run.endedAt(),
                table && ruleset != null ? ruleset.substring(0, 12) : ruleset,
                run.failure(),
                run.approvedAt());
    }

    @Command(name = "show", description = "Show one run: its steps, counts, rule set, and what it left behind.")
    int show(
            @Parameters(paramLabel = "N", description = "The number of the run.") long number,
            @Option(names = "--format", defaultValue = "table", description = "table or json (default: table).")
                    ClaimsCommand.OneClaimFormat format) {
        try (Session session = Session.open(settings)) {
            Runs.Run run = session.get(Runs.class)
                    .numbered(number)
                    .orElseThrow(() -> new ClearFailure(
                            "There is no run %d; see the runs that there are with: cpor runs list.".formatted(number)));
            Runs.Told told = session.get(Runs.class).told(number).orElseThrow();
            if (format == ClaimsCommand.OneClaimFormat.JSON) {
                settings.console().out().print(told.report() != null ? told.report() : unfinished(run));
            } else if (told.summary() != null) {
                settings.console().out().print(told.summary());
                tellOfBrake(run);
                leftBehind(session, run);
            } else {
                settings.console()
                        .out()
                        .printf(
                                "Run %d for %s is %s, started %d times, first at %s.%n",
                                run.number(), run.businessDate(), run.status(), run.starts(), run.startedAt());
                if (run.failure() != null) {
                    settings.console().out().println(run.failure());
                }
                tellOfBrake(run);
                settings.console()
                        .out()
                        .printf(
                                "To go on with it: cpor nightly %s%n",
                                run.isBraked() ? "--approve " + run.number() : "--date " + run.businessDate());
                leftBehind(session, run);
            }
        }
        return ExitStatus.DONE;
    }

    private void tellOfBrake(Runs.Run run) {
        if (run.approvedAt() != null) {
            settings.console()
                    .out()
                    .printf("%nThe brake stopped it at %s; it was approved at %s.%n", run.brakedAt(), run.approvedAt());
        }
    }

    /** A run without a report yet, as the beginning of one. */
    private static String unfinished(Runs.Run run) {
        Map<String, @Nullable Object> night = new LinkedHashMap<>();
        night.put("run", run.number());
        night.put("businessDate", run.businessDate().toString());
        night.put("status", run.status());
        night.put("ruleset", run.ruleset());
        night.put("started", run.startedAt().toString());
        night.put("ended", run.endedAt() == null ? null : run.endedAt().toString());
        night.put("failure", run.failure());
        night.put("braked", run.brakedAt() == null ? null : run.brakedAt().toString());
        night.put("approved", run.approvedAt() == null ? null : run.approvedAt().toString());
        return JsonMapper.shared().writeValueAsString(Map.of("night", night)) + "\n";
    }

    private void leftBehind(Session session, Runs.Run run) {
        session.get(FeedFiles.class).ofRun(run.number()).stream()
                .filter(file -> file.message() != null)
                .forEach(file -> settings.console().out().printf("%n%s%n", file.message()));
        Stream.Builder<List<@Nullable Object>> rejects = Stream.builder();
        boolean[] any = {false};
        session.get(Rejects.class).of(run.businessDate(), reject -> {
            any[0] = true;
            rejects.add(Arrays.asList(reject.file(), reject.line(), reject.id(), reject.code(), reject.message()));
        });
        if (any[0]) {
            settings.console().out().printf("%nRejects%n");
            Tables.write(
                    OutputFormat.TABLE,
                    REJECT_COLUMNS,
                    rejects.build(),
                    settings.console().out());
        }
        List<ReportQueries.Quarantined> quarantined =
                session.get(ReportQueries.class).quarantined(run.number());
        if (!quarantined.isEmpty()) {
            settings.console().out().printf("%nQuarantined claims%n");
            Tables.write(
                    OutputFormat.TABLE,
                    List.of(Column.text("claim_id"), Column.text("rules"), Column.text("message")),
                    quarantined.stream()
                            .map(claim -> Arrays.<@Nullable Object>asList(
                                    claim.claimId(), String.join("; ", claim.rules()), claim.message())),
                    settings.console().out());
        }
    }
}
