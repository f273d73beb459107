package dev.cpor.cli.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that all commands share: where things are, and how much is said. */
public abstract class SharedOptions {
    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of the feed files (default: sample-data/inbox).")
    private Path inbox = Path.of("sample-data", "inbox");

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of the rules (default: rules).")
    private Path rules = Path.of("rules");

    @Option(
            names = "--jobs",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of nightly.yaml and calendar.yaml (default: jobs).")
    private Path jobs = Path.of("jobs");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder that payout files and run reports are written to (default: out).")
    private Path out = Path.of("out");

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            scope = ScopeType.INHERIT,
            description = {
                "The MariaDB to use, as user CPOR_DB_USER with password CPOR_DB_PASSWORD.",
                "Without it, a server of the program's own is used."
            })
    private @Nullable String db;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder that the program's own server keeps its data in (default: data).")
    private Path data = Path.of("data");

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say more on standard error, and show where a failure came from.")
    private boolean verbose;

    private final Console console;

    /** @param console where the command prints */
    protected SharedOptions(Console console) {
        this.console = console;
    }

    /** Returns the folder of the feed files. */
    public Path inbox() {
        return inbox;
    }

    /** Returns the folder of the rules. */
    public Path rules() {
        return rules;
    }

    /** Returns the folder of nightly.yaml and calendar.yaml. */
    public Path jobs() {
        return jobs;
    }

    /** Returns the folder that payout files and run reports are written to. */
    public Path out() {
        return out;
    }

    /** Returns the JDBC URL of the MariaDB to use; null for a server of the program's own. */
    public @Nullable String db() {
        return db;
    }

    /** Returns the folder that the program's own server keeps its data in. */
    public Path data() {
        return data;
    }

    /** Returns where the command prints. */
    public Console console() {
        return console;
    }

    /** Says whether details are wanted: where a failure came from. */
    public boolean isVerbose() {
        return verbose;
    }
}
