package dev.cpor.rules.scenario;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Money;
import dev.cpor.domain.ReasonCode;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.evaluate.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A real claim as a case. What rules can ask of it stays, but for names, contacts and the numbers of claim, partner, customer and
 * subscription; what the rules decide is what the case expects. Cases know no exchange rates: for one, every currency has one.
 */
public final class ClaimCase {
    private final CompiledRules rules;
    private final BusinessCalendar calendar;
    private final CurrencyRules currencies;
    private final LocalDate businessDate;

    /**
     * Takes what a case is made with.
     *
     * @param currencies says how amounts are rounded
     * @param businessDate the night for which the claim is asked about
     */
    public ClaimCase(CompiledRules rules, BusinessCalendar calendar, CurrencyRules currencies, LocalDate businessDate) {
        this.rules = rules;
        this.calendar = calendar;
        this.currencies = currencies;
        this.businessDate = businessDate;
    }

    /**
     * A table.
     *
     * @param rows as wide as the headings
     */
    public record Sheet(List<String> headings, List<List<String>> rows) {}

    /**
     * Returns the rows of a case: one, or for a claim that is assessed one for each line.
     *
     * @param claim an open claim
     * @throws ClearFailure if the claim cannot be written as a case
     */
    public Sheet of(Assessable claim) {
        OpenClaim open = claim.claim();
        if (open.statusSince().isAfter(businessDate)) {
            throw new ClearFailure(
                    "Claim %s has its status since %s, which is after %s; name a later night with --date."
                            .formatted(open.claimId(), open.statusSince(), businessDate));
        }
        DayCounts days = rules.count(open, businessDate);
        boolean assessed = Trial.of(new Scenario("", claim, businessDate, days, List.of()), rules, currencies)
                .assessed();
        if (assessed && claim.lines().isEmpty()) {
            throw new ClearFailure("Claim %s has no line, so that there is nothing to assess; take another claim."
                    .formatted(open.claimId()));
        }
        List<Map<Column, String>> rows = new ClaimCells(claim, businessDate, days).rows(assessed);
        fillIn(rows);
        Set<Column> columns = new TreeSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return new Sheet(
                columns.stream().map(Column::heading).toList(),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList())
                        .toList());
    }

    /** The rows as they are written are asked about, and not the claim, so that what they expect is what they bring. */
    private void fillIn(List<Map<Column, String>> rows) {
        List<Problem> problems = new ArrayList<>();
        rows.forEach(row -> row.put(Column.EXPECT, Act.join(Set.of(Act.NOTHING))));
        List<Scenario> read = new CaseReading(calendar, rules.ruleNames(), problems)
                .read(rows.stream().map(ClaimCase::read).toList());
        if (!problems.isEmpty()) {
            throw new ClearFailure("The claim cannot be written as a case (%s); take another claim."
                    .formatted(problems.get(0).what()));
        }
        Scenario scenario = read.get(0);
        Trial trial = Trial.of(scenario, rules, currencies);
        for (int i = 0; i < rows.size(); i++) {
            fillIn(
                    rows.get(i),
                    Outcome.of(trial.decision(), scenario.expectations().get(i).lineNo(), false));
        }
    }

    private static Row read(Map<Column, String> written) {
        Cell start = new Cell("", 1, 1, "");
        Map<Column, Cell> cells = new EnumMap<>(Column.class);
        written.forEach((column, text) -> {
            if (!text.isEmpty()) {
                cells.put(column, new Cell("", 1, 1, SheetReading.unguarded(text)));
            }
        });
        return new Row(start, cells);
    }

    private void fillIn(Map<Column, String> row, Outcome outcome) {
        Money amount = outcome.amount();
        row.put(
                Column.RULE,
                outcome.rules().stream()
                        .filter(rules.ruleNames()::contains)
                        .findFirst()
                        .orElse(""));
        row.put(Column.EXPECT, Act.join(outcome.acts()));
        row.put(Column.REASON, outcome.reasons().stream().map(ReasonCode::name).collect(Collectors.joining("; ")));
        row.put(Column.AMOUNT, amount == null ? "" : amount.amount().toPlainString());
        row.put(Column.AMOUNT_CURRENCY, amount == null ? "" : amount.currency().getCurrencyCode());
    }
}
