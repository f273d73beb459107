package dev.cpor.report;

import dev.cpor.domain.Money;
import dev.cpor.report.NightReport.Decisions;
import dev.cpor.report.NightReport.Earned;
import dev.cpor.report.NightReport.FeedFile;
import dev.cpor.report.NightReport.Intake;
import dev.cpor.report.NightReport.Payout;
import dev.cpor.report.NightReport.Step;
import dev.cpor.report.Page.Cell;
import dev.cpor.report.Page.Head;
import dev.cpor.report.Page.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the page. Lists of claims end after some hundred; the command that shows the others is named. */
final class PageTables {
    private static final int LONGEST = 200;

    private final long run;

    PageTables(long run) {
        this.run = run;
    }

    List<Table> intake(Intake intake) {
        List<FeedFile> read =
                intake.feeds().stream().filter(file -> file.refusal() == null).toList();
        List<FeedFile> refused =
                intake.feeds().stream().filter(file -> file.refusal() != null).toList();
        return present(
                table(
                        "Feed files, by rows",
                        Head.of("File", "Feed", "#Read", "#Applied", "#Waiting", "#Duplicates", "#Rejects"),
                        read,
                        file -> List.of(
                                Cell.code(file.name()),
                                Cell.text(file.feed()),
                                Cell.count(file.read()),
                                Cell.count(file.applied()),
                                Cell.count(file.waiting()),
                                Cell.count(file.duplicates()),
                                Cell.count(file.rejected()))),
                table(
                        "Feed files that were refused",
                        Head.of("File", "Why"),
                        refused,
                        file -> List.of(Cell.code(file.name()), Cell.text(String.valueOf(file.refusal())))),
                table(
                        "Rejects, by code",
                        Head.of("Code", "#Rows"),
                        intake.rejects(),
                        reject -> List.of(Cell.code(reject.code().name()), Cell.count(reject.rows()))));
    }

    List<Table> rules(Decisions decisions) {
        return present(table(
                "Decisions, by rule",
                Head.of("Rule", "Did", "Reason", "#Count"),
                decisions.rules(),
                rule -> List.of(
                        Cell.text(rule.rule()),
                        Cell.mark(rule.action()),
                        Cell.code(rule.reason() == null ? "" : rule.reason().name()),
                        Cell.count(rule.count()))));
    }

    List<Table> statuses(Decisions decisions) {
        return present(
                table(
                        "Status changes",
                        Head.of("From", "To", "#Claims"),
                        decisions.changes(),
                        change -> List.of(
                                Cell.code(PageText.from(change)),
                                Cell.code(change.to().name()),
                                Cell.count(change.claims()))),
                table(
                        "Claims after the night, by status",
                        Head.of("Status", "#Claims"),
                        decisions.statuses(),
                        count -> List.of(Cell.code(count.status().name()), Cell.count(count.claims()))));
    }

    List<Table> payout(Payout payout) {
        return present(
                table(
                        "Earnings, by program and currency",
                        Head.of("Program", "Currency", "#Earnings", "#Amount", "#In USD"),
                        payout.earned(),
                        PageTables::earned),
                table(
                        "Reversals of what earlier nights earned, by program and currency",
                        Head.of("Program", "Currency", "#Reversals", "#Amount", "#In USD"),
                        payout.reversed(),
                        PageTables::earned),
                table(
                        "Files for finance",
                        Head.of("File", "#Rows", "#Sums", "#In USD", "SHA-256"),
                        payout.extracts(),
                        file -> List.of(
                                Cell.code(file.name()),
                                Cell.count(file.rows()),
                                Cell.number(
                                        file.sums().stream().map(Telling::money).collect(Collectors.joining("\n"))),
                                Cell.number(Telling.amount(file.sumUsd())),
                                Cell.code(file.sha256()))));
    }

    private static List<Cell> earned(Earned earned) {
        Money amount = earned.amount();
        return List.of(
                Cell.text(earned.program().name()),
                Cell.text(amount.currency().getCurrencyCode()),
                Cell.count(earned.earnings()),
                Cell.number(Telling.amount(amount)),
                Cell.number(Telling.amount(earned.usd())));
    }

    List<Table> open(Decisions decisions) {
        return present(
                table(
                        "Claims in quarantine",
                        Head.of("Claim", "Rules", "Why"),
                        decisions.quarantined(),
                        claim -> List.of(
                                Cell.code(claim.claimId()),
                                Cell.text(String.join("\n", claim.rules())),
                                Cell.text(claim.message()))),
                table(
                        "Decided though not due: a fault of cpor, or of data that was changed by hand",
                        Head.of("Claim"),
                        decisions.scope().missed(),
                        claim -> List.of(Cell.code(claim))),
                table(
                        "Held claims",
                        Head.of("Claim", "Reason", "#Days"),
                        decisions.held(),
                        claim -> List.of(
                                Cell.code(claim.claimId()),
                                Cell.code(claim.reason().name()),
                                Cell.count(claim.days()))),
                table(
                        "Coming nights, if nothing else happens",
                        Head.of("Night of", "What", "Rule", "#Claims"),
                        decisions.deadlines(),
                        deadline -> List.of(
                                Cell.text(deadline.date().toString()),
                                Cell.mark(deadline.action()),
                                Cell.text(deadline.rule()),
                                Cell.count(deadline.claims()))));
    }

    List<Table> steps(List<Step> steps) {
        return present(table(
                "Steps",
                Head.of("Step", "#Time", "#Items", "#Items per second"),
                steps,
                step -> List.of(
                        Cell.text(step.name()),
                        Cell.number(Telling.duration(step.took())),
                        Cell.count(step.items()),
                        Cell.count(step.itemsPerSecond()))));
    }

    private static List<Table> present(Table... tables) {
        return Stream.of(tables).filter(table -> !table.rows().isEmpty()).toList();
    }

    private <T> Table table(String caption, List<Head> heads, List<T> items, Function<T, List<Cell>> row) {
        List<List<Cell>> rows = new ArrayList<>();
        items.stream().limit(LONGEST).map(row).forEach(rows::add);
        int more = items.size() - LONGEST;
        return new Table(
                caption,
                heads,
                rows,
                more > 0 ? "… and %s more: cpor runs show %d".formatted(Telling.count(more), run) : "");
    }
}
