package dev.cpor.cli.payout;

import dev.cpor.account.Statement;
import dev.cpor.account.Stating;
import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the statement of a partner. */
@Command(
        name = "statement",
        description =
                "Tell a partner what became of its claims in a month: each amount, or the reason why there is none, in words for the partner.")
final class PayoutStatementCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--partner", paramLabel = "MPN", required = true, description = "The partner's MPN ID.")
    @SuppressWarnings("NullAway.Init")
    private String mpnId;

    @Option(names = "--month", paramLabel = "M", required = true, description = "The month, such as 2026-11.")
    @SuppressWarnings("NullAway.Init")
    private YearMonth month;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DocumentOutput output;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        Statement statement;
        try (Session session = Session.open(settings)) {
            statement = session.get(Stating.class).of(mpnId, month);
        }
        output.write(statement.document(), settings.console());
        return ExitStatus.DONE;
    }
}
