package dev.cpor.cli.rules;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.store.rules.RuleSetReleases;
import dev.cpor.store.rules.RuleSetReleases.Release;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the releases. */
@Command(
        name = "releases",
        description =
                "List the rule sets that were put forward: from which business date on, by whom, and who approved them.")
final class RulesReleasesCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            Column.text("effective_from"),
            Column.text("ruleset"),
            Column.text("state"),
            Column.text("released_by"),
            Column.text("released_at"),
            Column.text("approved_by"),
            Column.text("approved_at"));

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
            Tables.write(
                    format,
                    COLUMNS,
                    session.get(RuleSetReleases.class).all().stream().map(this::row),
                    settings.console().out());
        }
        return ExitStatus.DONE;
    }

    private List<@Nullable Object> row(Release release) {
        return Arrays.asList(
                release.effectiveOn(),
                format == OutputFormat.TABLE ? release.ruleset().substring(0, 12) : release.ruleset(),
                release.isApproved() ? "APPROVED" : "WAITING",
                release.releasedBy(),
                release.releasedAt(),
                release.approvedBy(),
                release.approvedAt());
    }
}
