package dev.cpor.cli.payout;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.job.payout.Regenerating;
import dev.cpor.payout.Written;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Produces past extracts again. */
@Command(
        name = "regenerate",
        description = {
            "Produce a past extract again from the database, byte for byte, with its manifest; or all of them.",
            "A file that is there already is left as it is when it has the same bytes, and never overwritten."
        })
final class PayoutRegenerateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The name of the extract, such as payout-OSU-2026-11-20-000001.csv.")
    private @Nullable Path file;

    @Option(names = "--all", description = "Every extract and every control file: a whole payout folder.")
    private boolean all;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "The folder that gets a folder for each business date; made when it is missing.")
    @SuppressWarnings("NullAway.Init")
    private Path into;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        Path named = file;
        if ((named == null) != all) {
            throw new ParameterException(spec.commandLine(), "Give either the name of an extract or --all");
        }
        try (Session session = Session.open(settings)) {
            Regenerating regenerating = session.get(Regenerating.class);
            PrintWriter out = settings.console().out();
            if (named != null) {
                print(regenerating.one(String.valueOf(named.getFileName()), into), out);
            } else {
                int controls = regenerating.all(into, written -> print(written, out));
                out.printf("%,d control files are in %s, each as it was delivered.%n", controls, into);
            }
        }
        return ExitStatus.DONE;
    }

    private static void print(Written written, PrintWriter out) {
        out.printf(
                "%s: %,d %s, SHA-256 %s, as it was delivered.%n",
                written.extract().fileName(), written.rows(), written.rows() == 1 ? "row" : "rows", written.sha256());
    }
}
