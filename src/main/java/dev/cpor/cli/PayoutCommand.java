package dev.cpor.cli;

import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.store.PayoutQueries;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What finance does with the extracts. */
@Command(
        name = "payout",
        description = "List, verify, sign, regenerate and correct payout extracts.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PayoutVerifyCommand.class,
            PayoutReverseCommand.class,
            PayoutRegenerateCommand.class,
            PayoutKeysCommand.class,
            PayoutSignCommand.class
        })
final class PayoutCommand {
    private static final List<Column> LIST_COLUMNS = List.of(
            Column.text("file"),
            Column.text("business_date"),
            Column.text("program"),
            Column.number("sequence"),
            Column.number("rows"),
            Column.number("reversals"),
            Column.text("currency"),
            Column.number("amount"),
            Column.number("amount_usd"),
            Column.number("run"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CporCommand settings;

    @Command(name = "list", description = "List the extracts, with their sums for each currency.")
    int list(
            @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table).")
                    OutputFormat format) {
        try (Session session = Session.open(settings)) {
            Tables.write(
                    format,
                    LIST_COLUMNS,
                    session.get(PayoutQueries.class).extracts().stream()
                            .map(row -> Arrays.asList(
                                    row.fileName(),
                                    row.businessDate(),
                                    row.program(),
                                    row.sequence(),
                                    row.rows(),
                                    row.reversals(),
                                    row.amount().currency().getCurrencyCode(),
                                    row.amount().amount(),
                                    row.amountUsd(),
                                    row.run())),
                    settings.console.out());
        }
        return ExitStatus.DONE;
    }
}
