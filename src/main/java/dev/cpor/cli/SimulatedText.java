package dev.cpor.cli;

import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.trial.Change;
import dev.cpor.trial.Simulated;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulation for people. */
final class SimulatedText {
    private static final int SHOWN = 20;

    private final Simulated simulated;
    private final PrintWriter out;

    private SimulatedText(Simulated simulated, PrintWriter out) {
        this.simulated = simulated;
        this.out = out;
    }

    static void write(Simulated simulated, PrintWriter out) {
        new SimulatedText(simulated, out).write();
    }

    /** Returns the sentence that says what was compared, and what came of it. */
    static String headline(Simulated simulated) {
        String nights = simulated.from().equals(simulated.to())
                ? "In the night of " + simulated.to()
                : "In the nights from %s to %s".formatted(simulated.from(), simulated.to());
        String rules = simulated.nowRules().equals(simulated.withRules())
                ? "the same rule set, %s".formatted(simulated.withRules().substring(0, 12))
                : "rule set %s instead of %s"
                        .formatted(
                                simulated.withRules().substring(0, 12),
                                simulated.nowRules().substring(0, 12));
        String open = simulated.from().equals(simulated.to()) ? "open claims" : "decisions on open claims";
        return "%s, with %s: of %,d %s, %,d %s and %,d differ in notes alone."
                .formatted(
                        nights,
                        rules,
                        simulated.claims(),
                        open,
                        simulated.changes().size(),
                        simulated.changes().size() == 1 ? "claim comes out otherwise" : "claims come out otherwise",
                        simulated.noted().size());
    }

    private void write() {
        out.println(headline(simulated));
        table(
                "What rules do differently",
                List.of(
                        Column.text("rule"),
                        Column.text("does"),
                        Column.number("now"),
                        Column.number("with"),
                        Column.number("difference")),
                simulated.rules().stream()
                        .filter(rule -> rule.now() != rule.with())
                        .map(rule -> row(
                                rule.rule(), rule.action().word(), rule.now(), rule.with(), rule.with() - rule.now()))
                        .toList());
        table(
                "Claims that come out otherwise",
                List.of(Column.text("now"), Column.text("with"), Column.number("claims")),
                simulated.moves().stream()
                        .map(move -> row(move.now(), move.with(), move.claims()))
                        .toList());
        table(
                "Money",
                List.of(
                        Column.text("program"),
                        Column.text("currency"),
                        Column.number("now"),
                        Column.number("with"),
                        Column.number("difference"),
                        Column.number("in USD")),
                simulated.money().stream()
                        .filter(sum -> sum.now().compareTo(sum.with()) != 0)
                        .map(SimulatedText::row)
                        .toList());
        movers();
        table(
                "Claims",
                List.of(Column.text("claim_id"), Column.text("now"), Column.text("with"), Column.number("in USD")),
                simulated.changes().stream()
                        .limit(SHOWN)
                        .map(SimulatedText::row)
                        .toList());
        if (simulated.changes().size() > SHOWN) {
            out.printf(
                    "… and %,d more, which --format json shows.%n",
                    simulated.changes().size() - SHOWN);
        }
        out.flush();
    }

    private void movers() {
        if (!simulated.movers().isEmpty()) {
            out.printf("%nLargest differences%n");
        }
        for (Simulated.Mover mover : simulated.movers()) {
            out.printf(
                    "  %s on %s: %s USD; now %s, with the other rules %s%n",
                    mover.claimId(), mover.night(), signed(mover.usd()), mover.now(), mover.with());
            mover.because().forEach(line -> out.println("    " + line));
        }
    }

    private void table(String heading, List<Column> columns, List<List<@Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            out.printf("%n%s%n", heading);
            Tables.write(OutputFormat.TABLE, columns, rows.stream(), out);
        }
    }

    private static List<@Nullable Object> row(Simulated.Sum sum) {
        return row(
                sum.program(),
                sum.currency(),
                sum.now(),
                sum.with(),
                signed(sum.with().subtract(sum.now())),
                signed(sum.withUsd().subtract(sum.nowUsd())));
    }

    private static List<@Nullable Object> row(Change change) {
        return row(
                change.claimId(),
                change.now().told(),
                change.with().told(),
                signed(change.with().usd().subtract(change.now().usd())));
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + amount.toPlainString();
    }
}
