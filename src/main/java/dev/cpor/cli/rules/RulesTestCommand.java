package dev.cpor.cli.rules;

import dev.cpor.calendar.CalendarFile;
import dev.cpor.cli.claims.ClaimsCommand;
import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.request.NightDates;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.scenario.ClaimCase;
import dev.cpor.rules.scenario.ScenarioReport;
import dev.cpor.rules.scenario.Scenarios;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.claim.AssessableClaims;
import dev.cpor.store.claim.ClaimQueries.ClaimRow;
import dev.cpor.store.claim.OpenClaims;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tries the rules on the scenarios that analysts wrote, or makes a scenario of a real claim. */
@Command(
        name = "test",
        description = {
            "Try the rules on the scenarios in tests/*.csv of their folder; needs no database.",
            "Every rule needs a case on which it fires, and one that it just misses."
        })
final class RulesTestCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RulesCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--from-claim",
            paramLabel = "ID",
            description = {
                "Print an open claim as a case instead, with what the rules decide now, and without personal data;",
                "add what is printed to a file of tests/."
            })
    private @Nullable String claimId;

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "With --from-claim: the business date to ask about (default: the next night).")
    private @Nullable LocalDate date;

    @Override
    public Integer call() {
        if (claimId != null) {
            return fromClaim(parent.settings, claimId);
        }
        if (date != null) {
            throw new ParameterException(
                    spec.commandLine(), "--date needs --from-claim ID; each case names its own date");
        }
        return test(parent.settings);
    }

    private static int test(SharedOptions settings) {
        BusinessCalendar calendar = CalendarFile.read(settings.jobs());
        NightlySettings nightly = NightlySettings.read(settings.jobs());
        CompiledRules rules = rules(settings, calendar, nightly);
        ScenarioReport report = Scenarios.run(
                settings.rules(), rules, calendar, nightly.currencies().rules());
        report.wrong().forEach(settings.console().out()::println);
        settings.console()
                .out()
                .printf(
                        "%,d cases, %s; %d of %d rules have a hit and a near miss.%n",
                        report.cases(),
                        report.different() == 0
                                ? "all as expected"
                                : "%,d of them not as expected".formatted(report.different()),
                        report.covered(),
                        report.rules());
        return report.passes() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private int fromClaim(SharedOptions settings, String id) {
        try (Session session = Session.open(settings)) {
            ClaimRow row = ClaimsCommand.find(session, id);
            OpenClaim open = session.get(OpenClaims.class)
                    .byNumber(row.id())
                    .orElseThrow(() -> new ClearFailure(
                            "Claim %s is %s, and no night asks the rules about it; take an open claim, such as one of: cpor claims list --status SUBMITTED."
                                    .formatted(id, row.status().equals("APPROVED") ? row.incentive() : row.status())));
            Assessable claim =
                    session.get(AssessableClaims.class).of(List.of(open)).get(0);
            BusinessCalendar calendar = session.get(BusinessCalendar.class);
            LocalDate night =
                    date != null ? date : session.get(NightDates.class).next();
            NightlySettings nightly = session.get(NightlySettings.class);
            CompiledRules rules = rules(settings, calendar, nightly);
            ClaimCase.Sheet sheet =
                    new ClaimCase(rules, calendar, nightly.currencies().rules(), night).of(claim);
            Tables.write(
                    OutputFormat.CSV,
                    sheet.headings().stream().map(Column::text).toList(),
                    sheet.rows().stream().map(cells -> new ArrayList<@Nullable Object>(cells)),
                    settings.console().out());
        }
        return ExitStatus.DONE;
    }

    private static CompiledRules rules(SharedOptions settings, BusinessCalendar calendar, NightlySettings nightly) {
        return CompiledRules.compile(RuleFolder.read(settings.rules()), calendar, nightly.ruleTimeout());
    }
}
