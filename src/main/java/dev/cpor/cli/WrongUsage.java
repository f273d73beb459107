package dev.cpor.cli;

import dev.cpor.cli.session.Console;
import dev.cpor.cli.session.ExitStatus;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what was wrong with the words of a command, and where to read how it is used. */
final class WrongUsage implements IParameterExceptionHandler {
    private final Console console;

    WrongUsage(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        console.err()
                .printf(
                        "%s; see: %s --help%n",
                        what(e), e.getCommandLine().getCommandSpec().qualifiedName());
        return ExitStatus.WRONG_USAGE;
    }

    private static String what(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched);
        }
        String what = String.valueOf(e.getMessage()).strip();
        if (what.startsWith("Missing required subcommand")) {
            return "A command is missing, one of " + String.join(", ", commands(e.getCommandLine()));
        }
        if (e instanceof MissingParameterException) {
            return what.replaceFirst("^Missing required option: '(.*)'$", "The option $1 is missing")
                    .replaceFirst("^Missing required options: (.*)$", "The options $1 are missing")
                    .replaceFirst("^Missing required parameter: '(.*)'$", "The argument $1 is missing");
        }
        return what.lines().findFirst().orElse(what).replaceAll("\\.$", "");
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        if (e.isUnknownOption()) {
            List<String> near = e.getSuggestions();
            return "There is no option " + word + (near.isEmpty() ? "" : ", perhaps " + near.get(0) + " was meant");
        }
        List<String> commands = commands(e.getCommandLine());
        return commands.isEmpty()
                ? "The argument %s is one too many".formatted(word)
                : "There is no command %s, but there are %s".formatted(word, String.join(", ", commands));
    }

    private static List<String> commands(CommandLine line) {
        return List.copyOf(line.getSubcommands().keySet());
    }
}
