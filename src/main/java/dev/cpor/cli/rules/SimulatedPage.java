package dev.cpor.cli.rules;

import dev.cpor.report.Column;
import dev.cpor.report.TablePage;
import dev.cpor.report.TablePage.Section;
import dev.cpor.trial.Simulated;
import java.util.Arrays;
import java.util.List;

/** A simulation as a page. */
final class SimulatedPage {
    private SimulatedPage() {}

    /** @param with where the rules that were tried lie */
    static String of(Simulated simulated, String with) {
        List<Section> sections = List.of(
                rules(simulated),
                moves(simulated),
                money(simulated),
                movers(simulated),
                claims(simulated),
                notes(simulated),
                quarantined(simulated));
        return TablePage.render("Rules of %s, tried".formatted(with), SimulatedText.headline(simulated), sections);
    }

    private static Section rules(Simulated simulated) {
        return new Section(
                "What rules do",
                columns("rule", "does", "#now", "#with", "#difference"),
                simulated.rules().stream()
                        .map(rule -> List.of(
                                SimulatedText.name(rule),
                                rule.action().word(),
                                number(rule.now()),
                                number(rule.with()),
                                number(rule.with() - rule.now())))
                        .toList());
    }

    private static Section moves(Simulated simulated) {
        return new Section(
                "Claims that come out otherwise",
                columns("now", "with", "#claims"),
                simulated.moves().stream()
                        .map(move -> List.of(move.now(), move.with(), number(move.claims())))
                        .toList());
    }

    private static Section money(Simulated simulated) {
        return new Section(
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
                        .toList());
    }

    private static Section movers(Simulated simulated) {
        return new Section(
                "Largest differences",
                columns("claim", "night", "#USD", "now", "with", "because"),
                simulated.movers().stream()
                        .map(mover -> List.of(
                                mover.claimId(),
                                mover.night().toString(),
                                SimulatedText.signed(mover.usd()),
                                mover.now(),
                                mover.with(),
                                String.join("\n", mover.because())))
                        .toList());
    }

    private static Section claims(Simulated simulated) {
        return new Section(
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
                        .toList());
    }

    private static Section notes(Simulated simulated) {
        return new Section(
                "Claims that differ in notes alone",
                columns("claim", "now", "with"),
                simulated.noted().stream()
                        .map(noted -> List.of(
                                noted.claimId(), SimulatedText.notes(noted.now()), SimulatedText.notes(noted.with())))
                        .toList());
    }

    private static Section quarantined(Simulated simulated) {
        return new Section(
                "Quarantined claims",
                columns("claim", "night", "now", "with"),
                simulated.quarantined().stream()
                        .map(one -> List.of(
                                one.claimId(),
                                one.night().toString(),
                                SimulatedText.why(one.now()),
                                SimulatedText.why(one.with())))
                        .toList());
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
