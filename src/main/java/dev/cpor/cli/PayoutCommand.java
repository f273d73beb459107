package dev.cpor.cli;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.payout.verify.Discrepancy;
import dev.cpor.payout.verify.PayoutVerification;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.PayoutQueries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What finance does with the extracts. */
@Command(
        name = "payout",
        description = "List and verify payout extracts, and give account of them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PayoutReportCommand.class, PayoutStatementCommand.class})
final class PayoutCommand {
    private static final List<Column> LIST_COLUMNS = List.of(
            Column.text("file"),
            Column.text("business_date"),
            Column.text("program"),
            Column.number("sequence"),
            Column.number("rows"),
            Column.text("currency"),
            Column.number("amount"),
            Column.number("amount_usd"),
            Column.number("run"),
            Column.number("sent"),
            Column.number("failed"),
            Column.number("rejected"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CporCommand settings;

    @Command(
            name = "list",
            description =
                    "List the extracts, with their sums for each currency and how many payments were sent, failed or were rejected.")
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
                                    row.amount().currency().getCurrencyCode(),
                                    row.amount().amount(),
                                    row.amountUsd(),
                                    row.run(),
                                    row.sent(),
                                    row.failed(),
                                    row.rejected())),
                    settings.console.out());
        }
        return ExitStatus.DONE;
    }

    @Command(
            name = "verify",
            description =
                    "Verify the files of a whole payout folder: bytes, totals, sequence, chain. Needs no database.")
    int verify(@Parameters(paramLabel = "DIR", description = "The folder, such as out/payout.") Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ClearFailure(
                    "%s is not a folder; name the payout folder of a night, such as out/payout.".formatted(folder));
        }
        List<Discrepancy> wrong = PayoutVerification.verify(folder, currencies());
        wrong.forEach(one -> settings.console.out().println(one.sentence()));
        if (wrong.isEmpty()) {
            settings.console.out().printf("%s is whole: bytes, totals, sequence and chain agree.%n", folder);
        }
        return wrong.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    /** Whoever verifies a copy of the folder elsewhere has no settings, and amounts as ISO 4217 wants them. */
    private CurrencyRules currencies() {
        return Files.exists(settings.jobs.resolve(NightlySettings.FILE))
                ? NightlySettings.read(settings.jobs).currencies().rules()
                : CurrencyRules.iso4217();
    }
}
