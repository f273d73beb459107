package dev.cpor.cli;

import dev.cpor.cli.session.Console;
import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.domain.BusinessCalendar.YearNotInCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.store.connection.DatabaseFailure;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why a command failed. */
final class Failing implements IExecutionExceptionHandler {
    private final Console console;

    Failing(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) {
        if (failure instanceof ParameterException wrong) {
            return new WrongUsage(console).handleParseException(wrong, new String[0]);
        }
        console.out().flush();
        console.err().println(sentence(failure));
        if (root(line).isVerbose()) {
            failure.printStackTrace(console.err());
        }
        return ExitStatus.FAILED;
    }

    private static SharedOptions root(CommandLine line) {
        return (SharedOptions) line.getCommandSpec().root().userObject();
    }

    private static String sentence(Exception failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ClearFailure || at instanceof YearNotInCalendar) {
                return String.valueOf(at.getMessage());
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String first = message.lines().findFirst().orElse(message).replaceAll("\\.$", "");
        return failure instanceof DataAccessException
                        || DatabaseFailure.message(root).isPresent()
                ? "The database failed: %s; run the same command again.".formatted(first)
                : "Something failed that should not: %s; run it again with --verbose to see where, and report it."
                        .formatted(first);
    }
}
