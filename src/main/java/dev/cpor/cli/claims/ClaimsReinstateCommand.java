package dev.cpor.cli.claims;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.job.Reinstating;
import dev.cpor.report.OutputFormat;
import dev.cpor.store.past.RuleDecision;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Undoes what rules decided in a wrong night. */
@Command(
        name = "reinstate",
        description = {
            "List the claims that rules rejected or handed off in a run, and with --yes put them back to where they stood before, for the next night to decide anew.",
            "What the hand-offs earned is reversed by the next night. Claims to which anything has happened since are left as they are, and listed apart for a person."
        })
final class ClaimsReinstateCommand implements Callable<Integer> {
    private static final int LONGEST_REASON = 4000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--run",
            paramLabel = "N",
            required = true,
            description = "The number of the run, see: cpor runs list.")
    private long run;

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "Only what this rule rejected, handed off, ruled out or let earn.")
    private @Nullable String rule;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; the claims' histories show it, to partners too.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--yes", description = "Put the claims back; without it nothing is changed.")
    private boolean yes;

    @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table).")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Override
    public Integer call() {
        checkReason();
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        try (Session session = Session.open(settings)) {
            Reinstating reinstating = session.get(Reinstating.class);
            List<RuleDecision> decisions =
                    yes ? reinstating.reinstate(run, rule, reason.strip()) : reinstating.list(run, rule);
            Reinstated told = new Reinstated(run, yes, decisions);
            told.print(format, settings.console());
        }
        return ExitStatus.DONE;
    }

    private void checkReason() {
        if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--reason must say in 1 to %d characters why; it is %s"
                            .formatted(LONGEST_REASON, reason.isBlank() ? "empty" : "too long"));
        }
    }
}
