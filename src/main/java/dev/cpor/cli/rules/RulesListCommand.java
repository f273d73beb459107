package dev.cpor.cli.rules;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.job.rules.RuleUse;
import dev.cpor.job.rules.RuleUse.Used;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rules with what they have done. */
@Command(
        name = "list",
        description = {
            "List every rule that the next night would use, with what it did in the last 30 complete nights.",
            "fired: how often something was written because of it; an escalation, reminder or hold counts once per stay in a status. usd: what the earnings that name it come to. silent: 30 nights, for a rule that did nothing in the last 30, or never.",
            "us_per_1000: the microseconds that it takes for 1,000 claims. Each rule is asked alone about up to 20,000 open claims with their lines (or 5,000 made-up ones where none is open), 1,000 to a session, start of the session and insertion of the claims included; the median of five rounds over all rules, after some to warm up. All rules together take less than the sum, because a night inserts each claim once."
        })
final class RulesListCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.text("file"),
            Column.text("rule"),
            Column.number("fired"),
            Column.number("usd"),
            Column.number("us_per_1000"),
            Column.text("last_fired"),
            Column.text("silent"));

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table).")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Override
    public Integer call() {
        SharedOptions settings = (SharedOptions) spec.root().userObject();
        try (Session session = Session.open(settings)) {
            RuleUse.Told told = session.get(RuleUse.class).tell();
            Tables.write(
                    format,
                    COLUMNS,
                    told.rules().stream().map(RulesListCommand::row),
                    settings.console().out());
            settings.console()
                    .err()
                    .printf(
                            "The times were measured with %,d %s claims.%n",
                            told.claims(), told.madeUp() ? "made-up" : "open");
        }
        return ExitStatus.DONE;
    }

    private static List<@Nullable Object> row(Used used) {
        Duration time = used.perThousand();
        return Arrays.asList(
                used.rule().file(),
                used.rule().name(),
                used.activity().fired(),
                used.activity().usd().setScale(2, RoundingMode.HALF_UP),
                time == null ? null : time.toNanos() / 1000,
                used.activity().lastFired(),
                silent(used));
    }

    private static String silent(Used used) {
        if (used.activity().lastFired() == null) {
            return "never";
        }
        return used.activity().fired() == 0 ? RuleUse.NIGHTS + " nights" : "";
    }
}
