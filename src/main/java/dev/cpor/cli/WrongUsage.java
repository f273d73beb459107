package dev.cpor.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
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
        CommandLine command = e.getCommandLine();
        String what = String.valueOf(e.getMessage()).strip().replaceAll("\\.$", "");
        StringBuilder guess = new StringBuilder();
        if (e instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresentOrElse(
                            best -> guess.append("; did you mean ").append(best).append("?"),
                            () -> guess.append(commandsOf(command)));
        } else if (what.startsWith("Missing required subcommand")) {
            guess.append(commandsOf(command));
        }
        console.err()
                .printf(
                        "%s%s See: %s --help%n",
                        what.lines().findFirst().orElse(what),
                        guess.isEmpty() ? "." : guess,
                        command.getCommandSpec().qualifiedName());
        return ExitStatus.WRONG_USAGE;
    }

    private static String commandsOf(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? ""
                : "; expected one of "
                        + String.join(", ", command.getSubcommands().keySet()) + ".";
    }
}
