package dev.cpor.cli.payout;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.store.payout.PayoutQueries;
import dev.cpor.store.payout.PayoutReleases;
import dev.cpor.store.payout.PayoutReleases.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What finance does with the extracts. */
@Command(
        name = "payout",
        description =
                "List, verify, sign, release, export, regenerate and correct payout extracts, and give account of them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PayoutVerifyCommand.class,
            PayoutReleaseCommand.class,
            PayoutExportCommand.class,
            PayoutReportCommand.class,
            PayoutStatementCommand.class,
            PayoutReverseCommand.class,
            PayoutRegenerateCommand.class,
            PayoutKeysCommand.class,
            PayoutSignCommand.class
        })
public final class PayoutCommand {
    private static final List<Column> LIST_COLUMNS = ReleaseColumns.after(
            Column.text("file"),
            Column.text("business_date"),
            Column.text("program"),
            Column.number("sequence"),
            Column.number("rows"),
            Column.number("reversals"),
            Column.text("currency"),
            Column.number("amount"),
            Column.number("amount_usd"),
            Column.number("run"),
            Column.number("sent"),
            Column.number("failed"),
            Column.number("rejected"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SharedOptions settings;

    @Command(
            name = "list",
            description = {
                "List the extracts, with their sums for each currency, who released them,",
                "and how many payments were sent, failed or were rejected."
            })
    int list(
            @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table).")
                    OutputFormat format) {
        try (Session session = Session.open(settings)) {
            Map<String, Standing> releases = session.get(PayoutReleases.class).all().stream()
                    .collect(Collectors.toMap(Standing::fileName, standing -> standing));
            Tables.write(
                    format,
                    LIST_COLUMNS,
                    session.get(PayoutQueries.class).extracts().stream()
                            .map(row -> ReleaseColumns.after(
                                    releases.get(row.fileName()),
                                    row.fileName(),
                                    row.businessDate(),
                                    row.program(),
                                    row.sequence(),
                                    row.rows(),
                                    row.reversals(),
                                    row.amount().currency().getCurrencyCode(),
                                    row.amount().amount(),
                                    row.amountUsd(),
                                    row.run(),
                                    row.sent(),
                                    row.failed(),
                                    row.rejected())),
                    settings.console().out());
        }
        return ExitStatus.DONE;
    }
}
