package dev.cpor.cli.rules;

import dev.cpor.domain.ReasonCode;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.trial.Change;
import dev.cpor.trial.Simulated;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A simulation for people. */
final class SimulatedText {
    private static final int SHOWN = 20;
    private static final int NAMED = 5;

    private final Simulated simulated;
    private final PrintWriter out;

    private SimulatedText(Simulated simulated, PrintWriter out) {
        this.simulated = simulated;
        this.out = out;
    }

    static void write(Simulated simulated, PrintWriter out) {
        new SimulatedText(simulated, out).write();
    }

    /** Returns the sentences that say what was compared, and what came of it. */
    static String headline(Simulated simulated) {
        Simulated.Trial tried = simulated.tried();
        return "%s, with %s: of %,d %s, %,d %s and %,d %s in notes alone.%s%s"
                .formatted(
                        tried.isOneNight()
                                ? "In the night of " + tried.to()
                                : "In the nights from %s to %s".formatted(tried.from(), tried.to()),
                        rules(tried),
                        simulated.claims(),
                        tried.isOneNight() ? "open claims" : "decisions on open claims",
                        simulated.changes().size(),
                        simulated.changes().size() == 1 ? "claim comes out otherwise" : "claims come out otherwise",
                        simulated.noted().size(),
                        simulated.noted().size() == 1 ? "differs" : "differ",
                        quarantined(simulated),
                        missing(tried));
    }

    private static String rules(Simulated.Trial tried) {
        if (tried.isSame()) {
            return "the same rule set, " + shortened(tried.withRules());
        }
        String now = tried.nowRules().stream().map(SimulatedText::shortened).collect(Collectors.joining(", "));
        return "rule set %s instead of %s%s"
                .formatted(
                        shortened(tried.withRules()), now, tried.nowRules().size() == 1 ? "" : " (each night its own)");
    }

    private static String quarantined(Simulated simulated) {
        return simulated.quarantined().isEmpty()
                ? ""
                : " Quarantined: %s now, %s with the other rules."
                        .formatted(listed(simulated.quarantinedNow()), listed(simulated.quarantinedWith()));
    }

    private static String listed(List<String> claims) {
        return claims.isEmpty()
                ? "none"
                : "%,d (%s%s)"
                        .formatted(
                                claims.size(),
                                String.join(", ", claims.subList(0, Math.min(NAMED, claims.size()))),
                                claims.size() > NAMED ? ", …" : "");
    }

    private static String missing(Simulated.Trial tried) {
        if (tried.missing().isEmpty()) {
            return "";
        }
        List<String> spans = new ArrayList<>();
        LocalDate first = tried.missing().get(0);
        LocalDate last = first;
        for (LocalDate date : tried.missing()) {
            if (date.isAfter(last.plusDays(1))) {
                spans.add(span(first, last));
                first = date;
            }
            last = date;
        }
        spans.add(span(first, last));
        return " Left out, for no such night is complete: %s.".formatted(String.join(", ", spans));
    }

    private static String span(LocalDate first, LocalDate last) {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(12, fingerprint.length()));
    }

    /** Returns the name of a rule, or what stands for it where none is asked. */
    static String name(Simulated.RuleCount rule) {
        return rule.rule().isEmpty() ? "(a claim that was on hold is assessed)" : rule.rule();
    }

    /** Returns reason codes in one line. */
    static String notes(Set<ReasonCode> notes) {
        return notes.isEmpty() ? "-" : notes.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Returns why a claim is quarantined on a side. */
    static String why(@Nullable String message) {
        return message == null ? "-" : message;
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
                        .map(rule -> Tables.row(
                                name(rule), rule.action().word(), rule.now(), rule.with(), rule.with() - rule.now()))
                        .toList());
        table(
                "Claims that come out otherwise",
                List.of(Column.text("now"), Column.text("with"), Column.number("claims")),
                simulated.moves().stream()
                        .map(move -> Tables.row(move.now(), move.with(), move.claims()))
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
                        .filter(SimulatedText::differs)
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
        more(simulated.changes().size());
        table(
                "Claims that differ in notes alone",
                List.of(Column.text("claim_id"), Column.text("now"), Column.text("with")),
                simulated.noted().stream()
                        .limit(SHOWN)
                        .map(noted -> Tables.row(noted.claimId(), notes(noted.now()), notes(noted.with())))
                        .toList());
        more(simulated.noted().size());
        table(
                "Quarantined claims",
                List.of(Column.text("claim_id"), Column.text("night"), Column.text("now"), Column.text("with")),
                simulated.quarantined().stream()
                        .limit(SHOWN)
                        .map(one -> Tables.row(one.claimId(), one.night(), why(one.now()), why(one.with())))
                        .toList());
        more(simulated.quarantined().size());
        out.flush();
    }

    private void more(int all) {
        if (all > SHOWN) {
            out.printf("… and %,d more, which --format json shows.%n", all - SHOWN);
        }
    }

    private static boolean differs(Simulated.Sum sum) {
        return sum.now().compareTo(sum.with()) != 0 || sum.nowUsd().compareTo(sum.withUsd()) != 0;
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
        return Tables.row(
                sum.program(),
                sum.currency(),
                sum.now(),
                sum.with(),
                signed(sum.with().subtract(sum.now())),
                signed(sum.withUsd().subtract(sum.nowUsd())));
    }

    private static List<@Nullable Object> row(Change change) {
        return Tables.row(
                change.claimId(),
                change.now().told(),
                change.with().told(),
                signed(change.with().usd().subtract(change.now().usd())));
    }

    static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + amount.toPlainString();
    }
}
