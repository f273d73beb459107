package dev.cpor.cli.rules;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.rules.RuleCheck;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** What analysts do with their rules. */
@Command(
        name = "rules",
        description = "Check, test, explain, try, list, compare and release the rules.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RulesTestCommand.class,
            ExplainCommand.class,
            SimulateCommand.class,
            ForecastCommand.class,
            RulesListCommand.class,
            RulesShowCommand.class,
            RulesDiffCommand.class,
            RulesReleaseCommand.class,
            RulesReleasesCommand.class
        })
public final class RulesCommand {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    SharedOptions settings;

    @Command(name = "check", description = "Say everything that is wrong with the rules; needs no database.")
    int check() {
        RuleText text = RuleFolder.read(settings.rules());
        List<Problem> problems = RuleCheck.check(text);
        problems.forEach(problem -> settings.console().out().println((problem.isError() ? "" : "warning: ") + problem));
        boolean wrong = problems.stream().anyMatch(Problem::isError);
        if (!wrong) {
            settings.console().out().printf("The rules can be used; their fingerprint is %s.%n", text.fingerprint());
        }
        return wrong ? ExitStatus.FAILED : ExitStatus.DONE;
    }
}
