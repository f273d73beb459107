package dev.cpor.cli;

import dev.cpor.cli.session.Console;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Starts the program and ends it with the exit status of the command. */
public final class Main {
    private Main() {}

    /** @param args the command and its options */
    public static void main(String[] args) {
        // Files and messages are the same everywhere, whatever digits and letters the machine's own language has.
        Locale.setDefault(Locale.ENGLISH);
        // Before anything logs: details are for whoever asks for them.
        boolean verbose = Arrays.asList(args).contains("--verbose");
        System.setProperty("cpor.log.level", verbose ? "INFO" : "OFF");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("java.awt.headless", "true");
        Console console = Console.standard();
        int status = commandLine(console).execute(args);
        console.flush();
        System.exit(status);
    }

    /** Returns the command line with all that decides how it answers. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new CporCommand(console));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.registerConverter(LocalDate.class, Main::date);
        line.registerConverter(YearMonth.class, Main::month);
        line.registerConverter(Long.class, Main::number);
        line.registerConverter(long.class, Main::number);
        line.registerConverter(int.class, Main::smallNumber);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setParameterExceptionHandler(new WrongUsage(console));
        line.setExecutionExceptionHandler(new Failing(console));
        return line;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'%s' is not a date such as 2026-11-20".formatted(text));
        }
    }

    private static Integer smallNumber(String text) {
        Long number = number(text);
        if (number.intValue() != number) {
            throw new TypeConversionException("'%s' is more than this program counts to".formatted(text));
        }
        return number.intValue();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'%s' is not a month such as 2026-11".formatted(text));
        }
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'%s' is not a whole number".formatted(text));
        }
    }
}
