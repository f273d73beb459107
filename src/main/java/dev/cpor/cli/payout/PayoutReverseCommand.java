package dev.cpor.cli.payout;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.domain.ReasonCode;
import dev.cpor.job.payout.Reversing;
import dev.cpor.store.payout.Reversals;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks for earnings to be reversed. */
@Command(
        name = "reverse",
        description = {
            "Reverse an earning, or everything that a claim earned and that still counts.",
            "The next night puts a reversal into its extract: a row with the negative amounts that names the earning. Files that were delivered never change, and an earning is reversed once."
        })
final class PayoutReverseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "EARNING", arity = "0..1", description = "The earningId, such as CPOR-000017-1-1.")
    private @Nullable String earning;

    @Option(names = "--claim", paramLabel = "ID", description = "Reverse everything that this claim earned.")
    private @Nullable String claim;

    @Option(
            names = "--reason",
            paramLabel = "CODE",
            defaultValue = "CORRECTION",
            converter = ReversalReason.class,
            description =
                    "Why: CORRECTION (the default), or a reason for which a claim is rejected, or a claim or line ineligible.")
    @SuppressWarnings("NullAway.Init")
    private ReasonCode reason;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        String one = earning;
        String all = claim;
        if ((one == null) == (all == null)) {
            throw new ParameterException(spec.commandLine(), "Give either an earning or --claim and a claim ID");
        }
        try (Session session = Session.open(settings)) {
            Reversing reversing = session.get(Reversing.class);
            List<Reversals.Row> asked = all != null
                    ? reversing.claim(all, reason)
                    : List.of(reversing.earning(Objects.requireNonNull(one), reason));
            asked.forEach(row -> settings.console()
                    .out()
                    .printf(
                            "The next night reverses %s, %s %s, with the reason %s.%n",
                            row.earningId(),
                            row.amount().amount().toPlainString(),
                            row.amount().currency(),
                            reason));
        }
        return ExitStatus.DONE;
    }
}
