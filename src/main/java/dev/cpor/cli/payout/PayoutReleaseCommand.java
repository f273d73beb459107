package dev.cpor.cli.payout;

import dev.cpor.cli.session.Console;
import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.job.payout.PayoutReleasing;
import dev.cpor.job.payout.PayoutReleasing.Outcome;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.settings.DeliverySettings;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.payout.PayoutReleases.Act;
import dev.cpor.store.payout.PayoutReleases.Standing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets one extract go to finance, or lists those that wait for it. */
@Command(
        name = "release",
        description = {
            "Let an extract go to finance: the first call, by one person, prepares it; the second, by another, releases it.",
            "What is released is copied to the delivery folder, and sent to the server where nightly.yaml names one.",
            "The same call again is harmless, and goes on with a delivery that did not come to its end.",
            "Without FILE: list the extracts that wait to be prepared, released or delivered."
        })
final class PayoutReleaseCommand implements Callable<Integer> {
    private static final List<Column> WAITING =
            ReleaseColumns.after(Column.text("file"), Column.text("business_date"), Column.text("waits_to_be"));

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The CSV of an extract: its path, or its name for the one in out/payout.")
    private @Nullable Path file;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who answers for it; whoever releases is another than whoever prepared.")
    private @Nullable String name;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "Of the list: table, csv or json (default: table).")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        if ((file == null) != (name == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    file == null
                            ? "Name the CSV that is to be released, or leave --as out to list those that wait"
                            : "The option --as=NAME is missing");
        }
        try (Session session = Session.open(settings)) {
            PayoutReleasing releasing = session.get(PayoutReleasing.class);
            if (file != null && name != null) {
                NightlySettings nightly = session.get(NightlySettings.class);
                tell(releasing.release(file, name), nightly.payout().delivery(), settings);
            } else {
                list(releasing.waiting(), settings.console());
            }
        }
        return ExitStatus.DONE;
    }

    private void list(List<Standing> waiting, Console console) {
        Tables.write(format, WAITING, waiting.stream().map(PayoutReleaseCommand::row), console.out());
        console.err()
                .println(
                        waiting.isEmpty()
                                ? "No extract waits; each is released and delivered."
                                : "Prepare or release one, or go on with its delivery, with: cpor payout release FILE --as NAME");
    }

    private static List<@Nullable Object> row(Standing extract) {
        return ReleaseColumns.after(
                extract,
                extract.fileName(),
                extract.businessDate(),
                extract.released() != null ? "DELIVERED" : extract.prepared() != null ? "RELEASED" : "PREPARED");
    }

    private static void tell(Outcome outcome, DeliverySettings delivery, SharedOptions settings) {
        Standing extract = outcome.standing();
        String file = extract.fileName();
        PrintWriter out = settings.console().out();
        String places = places(extract, delivery, settings);
        switch (outcome.done()) {
            case PREPARED ->
                out.printf(
                        "%s (SHA-256 %s) is prepared by %s; a second person releases it with: cpor payout release %s --as NAME%n",
                        file, extract.csvSha256(), by(extract.prepared()), file);
            case RELEASED ->
                out.printf(
                        "%s (SHA-256 %s)%s is released by %s and delivered to %s.%n",
                        file,
                        extract.csvSha256(),
                        extract.prepared() == null ? "" : ", prepared by " + by(extract.prepared()) + ",",
                        by(extract.released()),
                        places);
            case DELIVERED ->
                out.printf(
                        "%s was released by %s; it is now delivered to %s.%n",
                        file, byAndAt(extract.released()), places);
            case NOTHING ->
                out.printf(
                        "%s was released by %s and is delivered to %s; there is nothing to do.%n",
                        file, byAndAt(extract.released()), places);
        }
        if (outcome.unreleasedBefore() != null) {
            settings.console()
                    .err()
                    .printf(
                            "%s, which comes before it, is not released yet.%n",
                            outcome.unreleasedBefore().fileName());
        }
    }

    private static String places(Standing extract, DeliverySettings delivery, SharedOptions settings) {
        Path folder =
                delivery.folder() != null ? delivery.folder() : settings.out().resolve("delivery");
        return delivery.sftp() != null && extract.toBeSent()
                ? folder + " and " + delivery.sftp().address()
                : folder.toString();
    }

    private static String by(@Nullable Act act) {
        return act == null ? "nobody" : act.by();
    }

    private static String byAndAt(@Nullable Act act) {
        return act == null ? "nobody" : "%s at %s".formatted(act.by(), act.at());
    }
}
