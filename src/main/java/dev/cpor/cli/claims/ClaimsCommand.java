package dev.cpor.cli.claims;

import dev.cpor.cli.session.ExitStatus;
import dev.cpor.cli.session.Session;
import dev.cpor.cli.session.SharedOptions;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Status;
import dev.cpor.report.Column;
import dev.cpor.report.OutputFormat;
import dev.cpor.report.Tables;
import dev.cpor.store.claim.ClaimHistory;
import dev.cpor.store.claim.ClaimQueries;
import dev.cpor.store.claim.ClaimQueries.ClaimRow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows claims, and undoes what wrong rules decided about them. */
@Command(
        name = "claims",
        description = "Show claims, and undo what wrong rules decided about them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ClaimsReinstateCommand.class)
public final class ClaimsCommand {
    private static final List<Column> LIST_COLUMNS = List.of(
            Column.text("claim_id"),
            Column.text("mpn_id"),
            Column.text("program"),
            Column.text("activity"),
            Column.text("tenant_id"),
            Column.text("status"),
            Column.text("reason"),
            Column.text("consent"),
            Column.text("incentive"),
            Column.text("status_since"),
            Column.number("version"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SharedOptions settings;

    @Command(name = "list", description = "List all claims, by claim ID.")
    int list(
            @Option(
                            names = "--status",
                            paramLabel = "S",
                            description = "Only claims in this status: ${COMPLETION-CANDIDATES}.")
                    @Nullable
                    Status status,
            @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table).")
                    OutputFormat format) {
        try (Session session = Session.open(settings)) {
            Tables.write(
                    format,
                    LIST_COLUMNS,
                    session.get(ClaimQueries.class).list(status).map(ClaimsCommand::row),
                    settings.console().out());
        }
        return ExitStatus.DONE;
    }

    private static List<@Nullable Object> row(ClaimRow claim) {
        return Arrays.asList(
                claim.claimId(),
                claim.mpnId(),
                claim.program(),
                claim.activity(),
                claim.tenantId(),
                claim.status(),
                claim.rejection(),
                claim.consent(),
                claim.incentive(),
                claim.statusSince(),
                claim.version());
    }

    @Command(
            name = "show",
            description =
                    "Show one claim with its lines, comments, documents, dispute, earnings, payment results and deadlines.")
    int show(
            @Parameters(paramLabel = "ID", description = "The claim ID.") String id,
            @Option(names = "--format", defaultValue = "table", description = "table or json (default: table).")
                    OneClaimFormat format) {
        try (Session session = Session.open(settings)) {
            ClaimRow claim = find(session, id);
            ClaimCard card = ClaimCard.of(session, claim);
            settings.console().out().print(format == OneClaimFormat.JSON ? card.json() : card.text());
        }
        return ExitStatus.DONE;
    }

    @Command(name = "history", description = "Show what happened to one claim, oldest first.")
    int history(
            @Parameters(paramLabel = "ID", description = "The claim ID.") String id,
            @Option(
                            names = "--as",
                            paramLabel = "WHO",
                            defaultValue = "reviewer",
                            description = "The perspective: partner or reviewer (default: reviewer).")
                    Perspective perspective,
            @Option(names = "--format", defaultValue = "table", description = "table, csv or json (default: table).")
                    OutputFormat format) {
        try (Session session = Session.open(settings)) {
            ClaimRow claim = find(session, id);
            Stream<ClaimHistory.Entry> entries =
                    session.get(ClaimHistory.class).of(claim.id()).stream().filter(perspective::shows);
            Tables.write(
                    format,
                    Perspective.COLUMNS,
                    entries.map(perspective::row),
                    settings.console().out());
        }
        return ExitStatus.DONE;
    }

    /** Returns the claim of a claim ID; says where to look when there is none. */
    public static ClaimRow find(Session session, String id) {
        return session.get(ClaimQueries.class)
                .of(id)
                .orElseThrow(() -> new ClearFailure(
                        "There is no claim %s; see the claims that there are with: cpor claims list.".formatted(id)));
    }

    /** How one claim is printed. */
    public enum OneClaimFormat {
        TABLE,
        JSON
    }
}
