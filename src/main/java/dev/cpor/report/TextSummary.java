package dev.cpor.report;

import dev.cpor.domain.Money;
import dev.cpor.domain.Status;
import dev.cpor.report.NightReport.Decisions;
import dev.cpor.report.NightReport.Earned;
import dev.cpor.report.NightReport.ExtractFile;
import dev.cpor.report.NightReport.FeedFile;
import dev.cpor.report.NightReport.Intake;
import dev.cpor.report.NightReport.Payout;
import dev.cpor.report.NightReport.RuleCount;
import dev.cpor.report.NightReport.Scope;
import dev.cpor.report.NightReport.StatusChange;
import dev.cpor.report.NightReport.StatusCount;
import dev.cpor.report.NightReport.Step;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells a night on one or two screens of a terminal. Long lists are cut short, and {@code cpor runs show} is named, which shows
 * the whole.
 */
public final class TextSummary {
    private static final int LONGEST_RULES = 12;
    private static final int LONGEST_LIST = 6;
    private static final String INDENT = "  ";

    private final NightReport report;
    private final Ink ink;
    private final boolean whole;
    private final StringBuilder text = new StringBuilder();

    private TextSummary(NightReport report, Ink ink, boolean whole) {
        this.report = report;
        this.ink = ink;
        this.whole = whole;
    }

    /** Returns the summary without colours, its lines ended by LF. */
    public static String render(NightReport report) {
        return render(report, false);
    }

    /**
     * Returns the summary, its lines ended by LF.
     *
     * @param ansi whether headings and what needs attention are marked by ANSI escape sequences
     */
    public static String render(NightReport report, boolean ansi) {
        return new TextSummary(report, new Ink(ansi), false).render();
    }

    /** Returns the summary without colours and with nothing cut short: every rule, reject code and file, and each held claim. */
    public static String whole(NightReport report) {
        return new TextSummary(report, new Ink(false), true).render();
    }

    private String render() {
        line(ink.bold(Headline.of(report.night())));
        line(ink.faint(Headline.details(report.night())));
        intake(report.intake());
        decisions(report.decisions());
        statuses(report.decisions());
        payout(report.payout());
        steps(report.steps());
        if (whole) {
            held(report.decisions());
            missed(report.decisions().scope());
        }
        attention();
        return text.toString();
    }

    private void intake(Intake intake) {
        if (intake.feeds().isEmpty()) {
            heading("Came in: nothing");
            rejects(intake);
            return;
        }
        List<Feed> feeds = Feed.of(intake.feeds());
        Columns table =
                new Columns("lrrrrrr").row("Came in", "files", "rows", "applied", "waiting", "duplicates", "rejects");
        feeds.forEach(feed -> row(table, feed));
        if (feeds.size() > 1) {
            feeds.stream().reduce(Feed::and).ifPresent(all -> row(table, all.named("all")));
        }
        table(table.lines());
        rejects(intake);
        List<FeedFile> refused =
                intake.feeds().stream().filter(feed -> feed.refusal() != null).toList();
        refused.stream()
                .limit(most(LONGEST_LIST))
                .forEach(file ->
                        line(ink.warn(INDENT + "Refused file: " + Visible.text(file.name() + ": " + file.refusal()))));
        more(refused.size() - most(LONGEST_LIST));
    }

    private void rejects(Intake intake) {
        if (!intake.rejects().isEmpty()) {
            line(INDENT + "Rejects: "
                    + intake.rejects().stream()
                            .limit(most(LONGEST_LIST))
                            .map(reject -> Telling.count(reject.rows()) + " " + reject.code())
                            .collect(Collectors.joining(", "))
                    + (intake.rejects().size() > most(LONGEST_LIST) ? ", …" : ""));
        }
    }

    private int most(int brief) {
        return whole ? Integer.MAX_VALUE : brief;
    }

    private void held(Decisions decisions) {
        if (!decisions.held().isEmpty()) {
            Columns table = new Columns("llr").row("Held claims", "", "days");
            decisions
                    .held()
                    .forEach(claim ->
                            table.row(INDENT + claim.claimId(), claim.reason().name(), Telling.count(claim.days())));
            table(table.lines());
        }
    }

    private void missed(Scope scope) {
        if (!scope.missed().isEmpty()) {
            heading("Decided though not due: a fault of cpor, or of data that was changed by hand");
            scope.missed().forEach(claim -> line(INDENT + claim));
        }
    }

    private static void row(Columns table, Feed feed) {
        table.row(
                INDENT + (feed.name().isEmpty() ? "unknown" : feed.name()),
                Telling.count(feed.files()),
                Telling.count(feed.read()),
                Telling.count(feed.applied()),
                Telling.count(feed.waiting()),
                Telling.count(feed.duplicates()),
                Telling.count(feed.rejected()));
    }

    private void decisions(Decisions decisions) {
        String heading = "Decided on " + Telling.evaluated(decisions);
        if (decisions.rules().isEmpty()) {
            heading(heading + ": no rule had anything to say");
            return;
        }
        heading(heading);
        Columns table = new Columns("rlll");
        for (RuleCount rule : decisions
                .rules()
                .subList(0, Math.min(most(LONGEST_RULES), decisions.rules().size()))) {
            table.row(
                    INDENT + Telling.count(rule.count()),
                    rule.action().word(),
                    rule.rule(),
                    rule.reason() == null ? "" : rule.reason().name());
        }
        table.lines().forEach(this::line);
        more(decisions.rules().size() - most(LONGEST_RULES));
    }

    private void statuses(Decisions decisions) {
        if (decisions.statuses().isEmpty()) {
            return;
        }
        Columns table = new Columns("lrrr").row("Claims after the night", "claims", "came", "went");
        for (StatusCount count : decisions.statuses()) {
            Status status = count.status();
            table.row(
                    INDENT + status,
                    Telling.count(count.claims()),
                    signed("+", decisions, change -> change.to() == status),
                    signed("-", decisions, change -> change.from() == status));
        }
        table(table.lines());
    }

    private static String signed(String sign, Decisions decisions, Predicate<StatusChange> which) {
        long claims = decisions.changes().stream()
                .filter(which)
                .mapToLong(StatusChange::claims)
                .sum();
        return claims == 0 ? "" : sign + Telling.count(claims);
    }

    private void payout(Payout payout) {
        if (payout.earned().isEmpty() && payout.reversed().isEmpty()) {
            heading("Earned: nothing");
        } else {
            earned(payout);
        }
        if (!payout.extracts().isEmpty()) {
            Columns table = new Columns("lrrl").row("Files for finance", "rows", "in USD", "SHA-256");
            payout.extracts().stream().limit(most(LONGEST_LIST)).forEach(file -> row(table, file));
            table(table.lines());
            more(payout.extracts().size() - most(LONGEST_LIST));
        }
    }

    private void earned(Payout payout) {
        int minorUnits =
                payout.earned().stream().mapToInt(TextSummary::scale).max().orElse(0);
        Columns table = new Columns("llrrr").row("Earned", "", "earnings", "amount", "in USD");
        for (Earned earned : payout.earned()) {
            table.row(
                    INDENT + earned.program(),
                    earned.amount().currency().getCurrencyCode(),
                    Telling.count(earned.earnings()),
                    Telling.amount(earned.amount()) + " ".repeat(behindPoint(minorUnits) - behindPoint(scale(earned))),
                    Telling.amount(earned.usd()));
        }
        if (!payout.earned().isEmpty()) {
            total(table, "all", payout.earned());
        }
        if (!payout.reversed().isEmpty()) {
            total(table, "reversed", payout.reversed());
        }
        table(table.lines());
    }

    private static void total(Columns table, String which, List<Earned> sums) {
        Totals totals = Totals.of(sums);
        table.row(INDENT + which, "", Telling.count(totals.earnings()), "", Telling.amount(totals.usd()));
    }

    private static int scale(Earned earned) {
        return earned.amount().amount().scale();
    }

    /** How many columns an amount takes from its point on, so that all points stand one under the other. */
    private static int behindPoint(int scale) {
        return scale == 0 ? 0 : scale + 1;
    }

    private static void row(Columns table, ExtractFile file) {
        Money usd = file.sumUsd();
        table.row(INDENT + file.name(), Telling.count(file.rows()), Telling.amount(usd), Headline.brief(file.sha256()));
    }

    private void steps(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        Columns table = new Columns("lrrr").row("Took", "time", "items", "per second");
        for (Step step : steps) {
            table.row(
                    INDENT + step.name(),
                    Telling.duration(step.took()),
                    step.items() == 0 ? "" : Telling.count(step.items()),
                    step.items() == 0 ? "" : Telling.count(step.itemsPerSecond()));
        }
        table(table.lines());
    }

    private void attention() {
        if (report.attention().isEmpty()) {
            heading(ink.good("Nothing needs attention."));
            return;
        }
        heading(ink.warn("Needs attention"));
        Columns table = new Columns("ll");
        report.attention().forEach(attention -> table.row(INDENT + attention.what(), attention.command()));
        table.lines().forEach(this::line);
    }

    /** The first line is the heading. */
    private void table(List<String> lines) {
        heading(lines.get(0));
        lines.stream().skip(1).forEach(this::line);
    }

    private void heading(String heading) {
        text.append('\n');
        line(ink.bold(heading));
    }

    private void more(int count) {
        if (count > 0) {
            line(INDENT
                    + ink.faint("… and " + count + " more: cpor runs show "
                            + report.night().run()));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
