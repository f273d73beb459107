package dev.cpor.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: one subcommand for each thing that it does, and the settings that all of them share. */
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
            GenerateCommand.class
        })
final class CporCommand {
    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of the feed files (default: sample-data/inbox).")
    Path inbox = Path.of("sample-data", "inbox");

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of the rules (default: rules).")
    Path rules = Path.of("rules");

    @Option(
            names = "--jobs",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of nightly.yaml and calendar.yaml (default: jobs).")
    Path jobs = Path.of("jobs");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder that payout files and run reports are written to (default: out).")
    Path out = Path.of("out");

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            scope = ScopeType.INHERIT,
            description = {
                "The MariaDB to use, as user CPOR_DB_USER with password CPOR_DB_PASSWORD.",
                "Without it, a server of the program's own is used."
            })
    @Nullable
    String db;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder that the program's own server keeps its data in (default: data).")
    Path data = Path.of("data");

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say more on standard error, and show where a failure came from.")
    boolean verbose;

    final Console console;

    CporCommand(Console console) {
        this.console = console;
    }
}
