package dev.cpor.cli.payout;

import dev.cpor.account.Period;
import dev.cpor.account.Reconciliation;
import dev.cpor.account.Reconciling;
import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.domain.ClearFailure;
import dev.cpor.store.night.Runs;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reconciles a business date or a month. */
@Command(
        name = "report",
        description = {
            "Reconcile a business date or a month: balances, earnings, reversals, holds and payments for each program, partner and currency, and what does not agree.",
            "Ends with status 1 when something does not agree."
        })
final class PayoutReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "The business date (default: that of the last complete night).")
    private @Nullable LocalDate date;

    @Option(names = "--month", paramLabel = "M", description = "The month of business dates, such as 2026-11.")
    private @Nullable YearMonth month;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DocumentOutput output;

    @Override
    public Integer call() {
        if (date != null && month != null) {
            throw new ParameterException(spec.commandLine(), "Give either --date or --month, not both");
        }
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        Reconciliation reconciliation;
        try (Session session = Session.open(settings)) {
            reconciliation = session.get(Reconciling.class).of(period(session));
        }
        output.write(reconciliation.document(), settings.console());
        if (reconciliation.differs()) {
            settings.console().err().printf("%s does not agree; what differs comes first.%n", reconciliation.told());
            return ExitStatus.FAILED;
        }
        return ExitStatus.DONE;
    }

    private Period period(Session session) {
        if (month != null) {
            return Period.of(month);
        }
        return Period.of(
                date != null
                        ? date
                        : session.get(Runs.class)
                                .lastCompleted()
                                .orElseThrow(
                                        () -> new ClearFailure(
                                                "No night is complete yet, so there is nothing to reconcile; run one with: cpor nightly.")));
    }
}
