package dev.cpor.cli.rules;

import dev.cpor.cli.claims.ClaimsCommand;
import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import dev.cpor.job.request.NightDates;
import dev.cpor.trial.Simulated;
import dev.cpor.trial.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tries other rules on real claims. */
@Command(
        name = "simulate",
        description = {
            "Say what a night would do differently with the rules of another folder; nothing is written.",
            "A night that is complete is replayed as it was; another one is tried on the claims as they are now, with what has come in for it."
        })
final class SimulateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RulesCommand rules;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--with", paramLabel = "DIR", required = true, description = "The folder of the rules to be tried.")
    @SuppressWarnings("NullAway.Init")
    private Path with;

    @Option(names = "--date", paramLabel = "D", description = "The business date (default: that of the next night).")
    private @Nullable LocalDate date;

    @Option(
            names = "--nights",
            paramLabel = "FROM..TO",
            description =
                    "Replay these past nights, each side with its own consequences, such as 2026-11-02..2026-11-20.")
    private @Nullable String nights;

    @Option(names = "--format", defaultValue = "table", description = "table or json (default: table).")
    private ClaimsCommand.OneClaimFormat format = ClaimsCommand.OneClaimFormat.TABLE;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the result to this file too, as a page.")
    private @Nullable Path html;

    @Override
    public Integer call() {
        LocalDate[] range = range();
        if (!Files.isDirectory(with)) {
            throw new ClearFailure(
                    "There is no rules folder %s; name the folder of the rules to be tried, which holds lifecycle/ and incentive/, with --with."
                            .formatted(with));
        }
        try (Session session = Session.open(rules.settings)) {
            Simulated simulated = simulate(session, range);
            if (format == ClaimsCommand.OneClaimFormat.JSON) {
                rules.settings.console().out().println(SimulatedJson.of(simulated));
            } else {
                SimulatedText.write(simulated, rules.settings.console().out());
            }
            if (html != null) {
                write(html, SimulatedPage.of(simulated, with.toString()));
            }
        }
        return ExitStatus.DONE;
    }

    private Simulated simulate(Session session, LocalDate @Nullable [] range) {
        Simulation simulation = session.get(Simulation.class);
        if (range != null) {
            return simulation.nights(range[0], range[1], with);
        }
        return simulation.night(date == null ? session.get(NightDates.class).next() : date, with);
    }

    private LocalDate @Nullable [] range() {
        if (nights == null) {
            return null;
        }
        if (date != null) {
            throw new ParameterException(spec.commandLine(), "Give either --date or --nights, not both");
        }
        String[] ends = nights.split("\\.\\.", -1);
        try {
            LocalDate[] range = {LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1])};
            if (ends.length == 2 && !range[0].isAfter(range[1])) {
                return range;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw new ParameterException(
                spec.commandLine(),
                "--nights is %s, but must be two dates, the earlier first, such as 2026-11-02..2026-11-20"
                        .formatted(nights));
    }

    private void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new ClearFailure(
                    "The page cannot be written to %s (%s); name another file with --html."
                            .formatted(file, IoReason.of(e)),
                    e);
        }
        rules.settings.console().err().printf("The page is in %s.%n", file);
    }
}
