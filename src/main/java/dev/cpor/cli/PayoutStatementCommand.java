package dev.cpor.cli;

import dev.cpor.account.DocumentFormat;
import dev.cpor.account.Statement;
import dev.cpor.account.Stating;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--format", defaultValue = "table", description = "table, csv, json or html (default: table).")
    private DocumentFormat format = DocumentFormat.TABLE;

    @Option(names = "--into", paramLabel = "FILE", description = "Write to this file instead of standard output.")
    private @Nullable Path into;

    @Override
    public Integer call() {
        CporCommand settings = (CporCommand) spec.root().userObject();
        Statement statement;
        try (Session session = Session.open(settings)) {
            statement = session.get(Stating.class).of(mpnId, month);
        }
        Written.write(statement.document(), format, into, settings.console);
        return ExitStatus.DONE;
    }
}
