package dev.cpor.cli.payout;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.payout.export.ExportFormat;
import dev.cpor.payout.export.Exporting;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives extracts as Parquet or as a workbook. */
@Command(
        name = "export",
        description = {
            "Give an extract as Parquet or as a workbook, with the rows, columns and texts of its CSV. Needs no database.",
            "Amounts and rates are decimal numbers and dates are dates. An earlier export of the same extract is replaced."
        })
final class PayoutExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The CSV of an extract: its path, or its name for the one in out/payout.")
    private @Nullable Path file;

    @Option(names = "--date", paramLabel = "D", description = "Instead of FILE: every extract of this business date.")
    private @Nullable LocalDate date;

    @Option(names = "--format", required = true, description = "parquet or xlsx.")
    @SuppressWarnings("NullAway.Init")
    private ExportFormat format;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the new files; made when it is missing.")
    @SuppressWarnings("NullAway.Init")
    private Path into;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        if ((file == null) == (date == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Give either the CSV of an extract, or --date and a business date");
        }
        Exporting exporting = new Exporting(settings.out().resolve("payout"), format, into);
        List<Path> written =
                file != null ? List.of(exporting.export(file)) : date != null ? exporting.export(date) : List.of();
        written.forEach(settings.console().out()::println);
        return ExitStatus.DONE;
    }
}
