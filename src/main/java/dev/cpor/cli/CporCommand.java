package dev.cpor.cli;

import dev.cpor.cli.claims.ClaimsCommand;
import dev.cpor.cli.night.GenerateCommand;
import dev.cpor.cli.night.IntakeCommand;
import dev.cpor.cli.night.NightlyCommand;
import dev.cpor.cli.night.RunsCommand;
import dev.cpor.cli.night.WorkerCommand;
import dev.cpor.cli.payout.PayoutCommand;
import dev.cpor.cli.rules.RulesCommand;
import dev.cpor.cli.session.Console;
import dev.cpor.cli.session.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program: one subcommand for each thing that it does, on top of the options that all of them share. */
@Command(
        name = "cpor",
        description = "The night shift for partner-of-record claims.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NightlyCommand.class,
            IntakeCommand.class,
            ClaimsCommand.class,
            RulesCommand.class,
            PayoutCommand.class,
            RunsCommand.class,
            GenerateCommand.class,
            WorkerCommand.class
        })
final class CporCommand extends SharedOptions {
    CporCommand(Console console) {
        super(console);
    }
}
