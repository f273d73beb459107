package dev.cpor.cli.night;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.domain.ClearFailure;
import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.Generated;
import dev.cpor.generate.GeneratorOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes feeds. */
@Command(name = "generate", description = "Make a reproducible set of feeds of any size.")
public final class GenerateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SharedOptions settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--claims", paramLabel = "N", required = true, description = "How many claims.")
    private long claims;

    @Option(names = "--seed", paramLabel = "S", description = "Another seed makes other feeds (default: 1).")
    private long seed = GeneratorOptions.DEFAULT_SEED;

    @Option(names = "--from", paramLabel = "D", description = "The first day (default: 2026-09-01).")
    private LocalDate from = GeneratorOptions.DEFAULT_FROM;

    @Option(names = "--to", paramLabel = "D", description = "The last day (default: 2026-11-20).")
    private LocalDate to = GeneratorOptions.DEFAULT_TO;

    @Option(names = "--into", paramLabel = "DIR", required = true, description = "A new or empty folder for the feeds.")
    private @Nullable Path into;

    @Override
    public Integer call() {
        if (into == null) {
            throw new IllegalStateException("--into is required.");
        }
        tell(FeedGenerator.generate(options(into)));
        settings.console().err().printf("Run them with: cpor nightly --inbox %s%n", into);
        return ExitStatus.DONE;
    }

    private void tell(Generated rows) {
        settings.console()
                .out()
                .printf(
                        """
                partners        %,12d
                customers       %,12d
                exchange rates  %,12d
                claims          %,12d
                claim lines     %,12d
                events          %,12d
                disputes        %,12d
                """,
                        rows.partners(),
                        rows.customers(),
                        rows.exchangeRates(),
                        rows.claims(),
                        rows.claimLines(),
                        rows.events(),
                        rows.disputes());
    }

    private GeneratorOptions options(Path folder) {
        try {
            return new GeneratorOptions(claims, seed, from, to, folder);
        } catch (ClearFailure e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
