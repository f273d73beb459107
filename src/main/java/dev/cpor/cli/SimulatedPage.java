package dev.cpor.cli;

import dev.cpor.report.Column;
import dev.cpor.report.TablePage;
import dev.cpor.report.TablePage.Section;
import dev.cpor.trial.Simulated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A simulation as a page. */
final class SimulatedPage {
    private SimulatedPage() {}

    /** @param with where the rules that were tried lie */
    static String of(Simulated simulated, String with) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "What rules do",
                columns("rule", "does", "#now", "#with", "#difference"),
                simulated.rules().stream()
                        .map(rule -> List.of(
                                rule.rule(),
                                rule.action().word(),
                                number(rule.now()),
                                number(rule.with()),
                                number(rule.with() - rule.now())))
                        .toList()));
        sections.add(new Section(
                "Claims that come out otherwise",
                columns("now", "with", "#claims"),
                simulated.moves().stream()
                        .map(move -> List.of(move.now(), move.with(), number(move.claims())))
                        .toList()));
        sections.add(new Section(
                "Money",
                columns("program", "currency", "#now", "#with", "#difference", "#difference in USD"),
                simulated.money().stream()
                        .map(sum -> List.of(
                                sum.program().name(),
                                sum.currency().getCurrencyCode(),
                                sum.now().toPlainString(),
                                sum.with().toPlainString(),
                                SimulatedText.signed(sum.with().subtract(sum.now())),
                                SimulatedText.signed(sum.withUsd().subtract(sum.nowUsd()))))
                        .toList()));
        sections.add(new Section(
                "Largest differences",
                columns("claim", "night", "#USD", "now", "with", "because"),
                simulated.movers().stream()
                        .map(mover -> List.of(
                                mover.claimId(),
                                mover.night().toString(),
                                SimulatedText.signed(mover.usd()),
                                mover.now(),
                                mover.with(),
                                String.join("; ", mover.because())))
                        .toList()));
        sections.add(new Section(
                "Claims",
                columns("claim", "now", "with", "#difference in USD"),
                simulated.changes().stream()
                        .map(change -> List.of(
                                change.claimId(),
                                change.now().told(),
                                change.with().told(),
                                SimulatedText.signed(change.with()
                                        .usd()
                                        .subtract(change.now().usd()))))
                        .toList()));
        return TablePage.render("Rules of %s, tried".formatted(with), SimulatedText.headline(simulated), sections);
    }

    /** Names that begin with {@code #} are of columns with numbers. */
    private static List<Column> columns(String... names) {
        return Arrays.stream(names)
                .map(name -> name.startsWith("#") ? Column.number(name.substring(1)) : Column.text(name))
                .toList();
    }

    private static String number(long number) {
        return Long.toString(number);
    }
}
