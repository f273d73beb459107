package dev.cpor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.session.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class WrongUsageTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line =
            Main.commandLine(new Console(new PrintWriter(out, true), new PrintWriter(err, true), false));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nightli                                             | There is no command nightli, but there are
            nightly --dat 2026-11-20                            | There is no option --dat, perhaps --date was meant
            nightly --date 2026-13-01                           | '2026-13-01' is not a date such as 2026-11-20
            nightly --date 2026-11-20 --from 2026-11-20         | Give either --date or --from and --to, not both
            nightly --from 2026-11-20                           | Give both --from and --to
            nightly --from 2026-11-20 --to 2026-11-19           | --from 2026-11-20 is after --to 2026-11-19
            nightly 2026-11-20                                  | The argument 2026-11-20 is one too many
            nightly --inbox                                     | '--inbox'
            generate --claims 5                                 | The option --into=DIR is missing
            generate --claims five --into x                     | 'five' is not a whole number
            rules forecast --days abc                           | 'abc' is not a whole number
            claims                                              | A command is missing, one of reinstate, history, list, show
            claims list --status NOPE                           | expected one of [EDITING, SUBMITTED,
            claims list --format xml                            | but was 'xml'
            claims show                                         | The argument ID is missing
            payout verify                                       | The argument DIR is missing
            payout verify out --key                             | '--key'
            payout sign out                                     | The option --key=FILE is missing
            payout keys                                         | The option --into=DIR is missing
            payout regenerate --into x                          | Give either the name of an extract or --all
            payout regenerate --all a.csv --into x              | Give either the name of an extract or --all
            payout regenerate --all                             | The option --into=DIR is missing
            runs show first                                     | 'first' is not a whole number
            """)
    void isToldInOneSentenceWithStatusTwo(String words, String expected) {
        assertThat(line.execute(words.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(expected, "; see: cpor").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        assertHelp(line, List.of());
    }

    private void assertHelp(CommandLine command, List<String> path) {
        List<String> words = new ArrayList<>(path);
        words.add("--help");
        out.getBuffer().setLength(0);
        assertThat(line.execute(words.toArray(String[]::new))).as("%s", words).isZero();
        assertThat(out.toString()).contains("Usage: cpor", "--db", "--help");
        assertThat(err.toString()).isEmpty();
        command.getSubcommands().forEach((name, sub) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            assertHelp(sub, deeper);
        });
    }
}
