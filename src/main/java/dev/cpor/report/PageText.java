package dev.cpor.report;

import dev.cpor.report.NightReport.Decisions;
import dev.cpor.report.NightReport.FeedFile;
import dev.cpor.report.NightReport.Night;
import dev.cpor.report.NightReport.RunStatus;
import dev.cpor.report.NightReport.StatusChange;
import dev.cpor.report.Page.Section;
import dev.cpor.report.Page.Tile;
import java.util.List;
import java.util.stream.Stream;

/** Puts a night into the words and the order of the page. */
final class PageText {
    private PageText() {}

    static Page of(NightReport report) {
        Night night = report.night();
        PageTables tables = new PageTables(night.run());
        return new Page(
                (night.dryRun() ? "Dry run of " : "Night of ") + Telling.day(night.businessDate()),
                "Run %d%s, started %s, rule set %s"
                        .formatted(
                                night.run(),
                                night.restarted() ? ", restarted" : "",
                                Telling.time(night.started()),
                                night.ruleset()),
                night.status() == RunStatus.COMPLETED,
                Headline.outcome(night),
                tiles(report),
                report.attention(),
                sections(report, tables)
                        .filter(section -> !section.tables().isEmpty())
                        .toList());
    }

    private static List<Tile> tiles(NightReport report) {
        Feed all = report.intake().feeds().stream()
                .map(file -> Feed.of(List.of(file)))
                .flatMap(List::stream)
                .reduce(new Feed("all", 0, 0, 0, 0, 0, 0), Feed::and);
        Decisions decisions = report.decisions();
        Totals totals = Totals.of(report.payout().earned());
        return List.of(
                new Tile("Rows applied", Telling.count(all.applied()), "of " + Telling.count(all.read()) + " read"),
                new Tile("Rejects", Telling.count(report.intake().rejected()), "feed rows refused"),
                new Tile(
                        "Claims that changed status",
                        Telling.count(decisions.changes().stream()
                                .filter(change -> change.from() != null)
                                .mapToLong(StatusChange::claims)
                                .sum()),
                        Telling.count(decisions.evaluated()) + " open claims evaluated"),
                new Tile("Earned", Telling.money(totals.usd()), "in " + Telling.count(totals.earnings()) + " earnings"),
                new Tile(
                        "Held",
                        Telling.count(decisions.held().stream()
                                .map(NightReport.HeldClaim::claimId)
                                .distinct()
                                .count()),
                        "claims wait for assessment"),
                new Tile("In quarantine", Telling.count(decisions.quarantined().size()), "claims left as they were"));
    }

    private static Stream<Section> sections(NightReport report, PageTables tables) {
        Decisions decisions = report.decisions();
        List<FeedFile> feeds = report.intake().feeds();
        return Stream.of(
                new Section(
                        "came-in",
                        "What came in",
                        "Every feed file that this night read. Waiting rows are applied in the night of their own date.",
                        Charts.feeds(feeds),
                        tables.intake(report.intake())),
                new Section(
                        "decided",
                        "What was decided, and why",
                        "Evaluated were " + Telling.evaluated(decisions)
                                + ". Counts are what each rule did, in claims, or in claim lines where a rule speaks about lines.",
                        Charts.rules(decisions),
                        tables.rules(decisions)),
                new Section(
                        "statuses",
                        "How claims moved",
                        "Changes by events of the day and by rules of the night, and of claims that were put back since the night before.",
                        Charts.changes(decisions.changes()),
                        tables.statuses(decisions)),
                new Section(
                        "worth",
                        "What it is worth",
                        "Amounts are exact, in the minor units of their currency; the chart compares them in USD.",
                        Charts.money(report.payout().earned()),
                        tables.payout(report.payout())),
                new Section(
                        "open",
                        "What stays open",
                        "Held claims are assessed again every night; claims in quarantine were left exactly as they were.",
                        null,
                        tables.open(decisions)),
                new Section("steps", "How long it took", "", null, tables.steps(report.steps())));
    }

    /** Returns the status that a claim came from. */
    static String from(StatusChange change) {
        return change.from() == null ? "created" : change.from().name();
    }
}
