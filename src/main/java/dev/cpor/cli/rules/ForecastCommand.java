package dev.cpor.cli.rules;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.report.Column;
import dev.cpor.report.NightReport.Action;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.store.account.ReconciliationQueries;
import dev.cpor.trial.Coming;
import dev.cpor.trial.Forecast;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells what is coming. */
@Command(
        name = "forecast",
        description = "Say what the coming nights will do if nothing else happens; rows that wait do not count.")
final class ForecastCommand implements Callable<Integer> {
    private static final List<Column> NIGHTS = List.of(
            Column.text("night"),
            Column.number("open"),
            Column.number("reminded"),
            Column.number("escalated"),
            Column.number("rejected"),
            Column.number("handed_off"),
            Column.number("held"),
            Column.number("quarantined"),
            Column.number("earnings"),
            Column.text("amounts"),
            Column.number("amount_usd"));
    private static final List<Column> CLAIMS = List.of(
            Column.text("night"),
            Column.text("claim_id"),
            Column.text("what"),
            Column.text("reason"),
            Column.text("rule"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RulesCommand rules;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--days", paramLabel = "N", defaultValue = "14", description = "How many nights (default: 14).")
    private int days;

    @Option(names = "--partner", paramLabel = "MPN", description = "Only the claims of this partner, each by its own.")
    private @Nullable String partner;

    @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table).")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        if (days < 1) {
            throw new ParameterException(spec.commandLine(), "--days is %d, but must be at least 1".formatted(days));
        }
        try (Session session = Session.open(rules.settings)) {
            List<Coming> nights = session.get(Forecast.class).of(days, partner);
            if (partner == null) {
                Tables.write(
                        format,
                        NIGHTS,
                        nights.stream().map(ForecastCommand::night),
                        rules.settings.console().out());
            } else {
                Tables.write(
                        format,
                        CLAIMS,
                        nights.stream().flatMap(ForecastCommand::claims),
                        rules.settings.console().out());
            }
            tellReversals(session, nights.get(0).night());
        }
        return ExitStatus.DONE;
    }

    /** No rule decides on reversals that somebody has asked for, but whoever adds up what is earned has to know of them. */
    private void tellReversals(Session session, LocalDate next) {
        long waiting = session.get(ReconciliationQueries.class).waiting(next).stream()
                .filter(one -> partner == null || partner.equals(one.mpnId()))
                .count();
        if (waiting > 0) {
            rules.settings
                    .console()
                    .err()
                    .printf(
                            "The night of %s also makes %s; see what it takes back with: cpor payout report%n",
                            next, waiting == 1 ? "1 reversal" : "%,d reversals".formatted(waiting));
        }
    }

    private static List<@Nullable Object> night(Coming night) {
        return Arrays.asList(
                night.night(),
                night.open(),
                night.count(Action.REMINDED),
                night.count(Action.ESCALATED),
                night.count(Action.REJECTED),
                night.count(Action.HANDED_OFF),
                night.count(Action.HELD),
                night.quarantined(),
                night.money().stream().mapToLong(Coming.Money::earnings).sum(),
                night.money().stream()
                        .map(money -> "%s %s %s"
                                .formatted(money.program(), money.amount().toPlainString(), money.currency()))
                        .collect(Collectors.joining("; ")),
                night.money().stream().map(Coming.Money::usd).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add));
    }

    private static Stream<List<@Nullable Object>> claims(Coming night) {
        return night.claims().stream()
                .map(claim -> Arrays.asList(
                        night.night(),
                        claim.claimId(),
                        claim.action().word().toLowerCase(Locale.ROOT),
                        claim.reason(),
                        claim.rule()));
    }
}
