package dev.cpor.cli.rules;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.job.rules.Releasing;
import dev.cpor.settings.NightlySettings;
import dev.cpor.settings.RuleSetSource;
import dev.cpor.store.rules.RuleSetReleases.Release;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts the folder's rule set forward, or approves one that was put forward. */
@Command(
        name = "release",
        description = {
            "Put the folder's rule set forward for the nights from a business date on, or approve one as a second person.",
            "It counts once it is approved, where nightly.yaml says ruleSets: released; the folder is then a draft.",
            "In force on a business date is the approved release with the latest effective date up to it."
        })
final class RulesReleaseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--effective",
            paramLabel = "D",
            description =
                    "The first business date that it is for; with --approve only where one set waits for several.")
    private @Nullable LocalDate effective;

    @Option(
            names = "--approve",
            paramLabel = "FINGERPRINT",
            description =
                    "Approve the release of the rule set with this fingerprint, or at least 8 of its first digits.")
    private @Nullable String approve;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            required = true,
            description = "Who answers for it; whoever approves is another than whoever put it forward.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        LocalDate from = effective;
        if (approve == null && from == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give either --effective and the first business date, or --approve and a fingerprint");
        }
        try (Session session = Session.open(settings)) {
            Releasing releasing = session.get(Releasing.class);
            if (approve != null) {
                Release release = releasing.approve(approve, from, name);
                settings.console()
                        .out()
                        .printf(
                                "The rule set %s, released by %s, is approved by %s and in force from the night of %s on.%n",
                                release.ruleset(), release.releasedBy(), release.approvedBy(), release.effectiveOn());
            } else if (from != null) {
                Release release = releasing.release(from, name);
                settings.console()
                        .out()
                        .printf(
                                "The rule set %s is put forward by %s for the nights from %s on; a second person approves it with: cpor rules release --approve %s --as NAME%n",
                                release.ruleset(),
                                release.releasedBy(),
                                release.effectiveOn(),
                                release.ruleset().substring(0, 12));
            }
            if (session.get(NightlySettings.class).ruleSets() != RuleSetSource.RELEASED) {
                settings.console()
                        .err()
                        .println("Nights use the folder as it lies, until nightly.yaml says ruleSets: released.");
            }
        }
        return ExitStatus.DONE;
    }
}
