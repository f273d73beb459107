package dev.cpor.cli.rules;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.rules.drl.RuleText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a rule set as it was when a night used it. */
@Command(
        name = "show",
        description = {
            "Print the text of a rule set, file by file: as it was archived when it was first used, or as it lies in the folder.",
            "The fingerprints are in runs list, rules releases, and in every history row that a rule wrote."
        })
final class RulesShowCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FINGERPRINT",
            description = "A fingerprint or at least its first 8 digits; or the word folder for the files as they lie.")
    @SuppressWarnings("NullAway.Init")
    private String word;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        try (RuleSetWords words = new RuleSetWords(settings)) {
            RuleText text = words.find(word);
            PrintWriter out = settings.console().out();
            out.println("Rule set " + text.fingerprint());
            for (String path : text.paths()) {
                String content = new String(Objects.requireNonNull(text.content(path)), StandardCharsets.UTF_8);
                out.printf("%n==== %s ====%n", path);
                out.print(content);
                if (!content.endsWith("\n")) {
                    out.println();
                }
            }
        }
        return ExitStatus.DONE;
    }
}
