package dev.cpor.cli.rules;

import dev.cpor.cli.night.Wording;
import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Consent;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.rules.explain.Explanation;
import dev.cpor.trial.ClaimExplaining;
import dev.cpor.trial.ExplainedClaim;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says why. */
@Command(
        name = "explain",
        description = {
            "Say of each rule whether it fires on a claim, and if not, the first of its conditions that is not met.",
            "A night that is complete is explained with the claim, the reference rows and the rule set of that night."
        })
final class ExplainCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.text("rule"),
            Column.number("line"),
            Column.text("fired"),
            Column.text("why"),
            Column.text("fires_on"),
            Column.text("file"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RulesCommand rules;

    @Parameters(paramLabel = "ID", description = "The claim ID.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--date", paramLabel = "D", description = "The business date (default: that of the next night).")
    private @Nullable LocalDate date;

    @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table).")
    private OutputFormat format = OutputFormat.TABLE;

    @Override
    public Integer call() {
        try (Session session = Session.open(rules.settings)) {
            ExplainedClaim explained = session.get(ClaimExplaining.class).explain(id, date);
            PrintWriter out = rules.settings.console().out();
            if (format == OutputFormat.TABLE) {
                tell(explained, out);
            } else {
                Stream<Explanation> all = Stream.concat(explained.lifecycle().stream(), explained.incentive().stream());
                Tables.write(format, COLUMNS, all.map(rule -> row(rule, explained.firing())), out);
            }
        }
        return ExitStatus.DONE;
    }

    private static void tell(ExplainedClaim explained, PrintWriter out) {
        OpenClaim claim = explained.claim();
        out.printf(
                "Claim %s in the night of %s, which %s rule set %s: %s since %s%s.%n",
                claim.claimId(),
                explained.night(),
                explained.past() ? "used" : "is to use",
                explained.ruleset().substring(0, 12),
                claim.status(),
                claim.statusSince(),
                claim.consent() == Consent.NONE ? "" : ", consent " + claim.consent());
        out.printf("%nLifecycle rules%n");
        Tables.write(
                OutputFormat.TABLE,
                COLUMNS,
                explained.lifecycle().stream().map(rule -> row(rule, explained.firing())),
                out);
        out.printf(
                "%nIncentive rules%s%n",
                explained.assessed() ? "" : ", which are not asked before the claim is handed off; they would say");
        Tables.write(OutputFormat.TABLE, COLUMNS, explained.incentive().stream().map(rule -> row(rule, Map.of())), out);
        out.printf("%nSo the night %s%n", explained.past() ? "decided" : "decides");
        out.println("  " + Wording.of(explained.decision()));
        out.flush();
    }

    private static List<@Nullable Object> row(Explanation rule, Map<String, LocalDate> firing) {
        return Arrays.asList(
                rule.rule(),
                rule.lineNo(),
                rule.fired() ? "yes" : "no",
                rule.fired() ? null : rule.told(),
                rule.fired() ? null : firing.get(rule.rule()),
                rule.file() + ":" + rule.line());
    }
}
