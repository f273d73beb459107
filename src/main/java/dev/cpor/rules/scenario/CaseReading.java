package dev.cpor.rules.scenario;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Customer;
import dev.cpor.rules.drl.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes cases of rows: those of one name are the lines of one claim. What a row leaves open is what is usual. */
final class CaseReading {
    private final BusinessCalendar calendar;
    private final List<String> rules;
    private final List<Problem> problems;

    /** @param rules the names of the rules that rows can mean */
    CaseReading(BusinessCalendar calendar, List<String> rules, List<Problem> problems) {
        this.calendar = calendar;
        this.rules = rules;
        this.problems = problems;
    }

    /** Returns the cases of the rows of a file; one with something wrong in it is a problem and left out. */
    List<Scenario> read(List<Row> rows) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.text(Column.CASE).isEmpty()) {
                problems.add(row.start().problem("case: the row has no name; write what the case is about"));
            } else {
                byName.computeIfAbsent(row.text(Column.CASE), name -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Scenario> scenarios = new ArrayList<>();
        byName.forEach((name, ofCase) -> {
            int before = problems.size();
            Scenario scenario = scenario(name, ofCase);
            if (problems.size() == before) {
                scenarios.add(scenario);
            }
        });
        return scenarios;
    }

    private Scenario scenario(String name, List<Row> rows) {
        List<ClaimLine> lines = new ArrayList<>();
        List<Expectation> expectations = new ArrayList<>();
        Map<Integer, Row> numbers = new HashMap<>();
        PartnerReading partner = new PartnerReading();
        Row whole = rows.get(0);
        for (Row row : rows) {
            whole = merged(whole, row);
            Values values = new Values(row, calendar, problems);
            ClaimLine line = LineReading.read(values);
            Row same = numbers.putIfAbsent(line.lineNo(), row);
            if (same != null) {
                values.wrong(
                        row.cell(Column.LINE_NO) == null ? Column.CASE : Column.LINE_NO,
                        "this case has a line %d already, in line %d of the file; give each case a name of its own, and each line of one claim its line_no"
                                .formatted(line.lineNo(), same.start().line()));
            }
            lines.add(line);
            partner.add(values, line);
            expectations.add(ExpectationReading.read(row, line.lineNo(), values, rules));
        }
        if (expectations.stream().allMatch(expected -> expected.acts() == null)) {
            problems.add(rows.get(0)
                    .start()
                    .problem("case \"%s\": expect: there is none; write what should come of the claim: %s"
                            .formatted(name, String.join(", ", Act.words()))));
        }
        Values values = new Values(whole, calendar, problems);
        ClaimReading reading = new ClaimReading(values, calendar);
        OpenClaim claim = reading.claim(name);
        Assessable assessable = new Assessable(
                claim,
                partner.read(values, claim),
                new Customer(
                        claim.tenantId(),
                        "",
                        values.text(Column.CUSTOMER_COUNTRY, "US"),
                        values.flag(Column.PUBLIC_SECTOR, false)),
                lines,
                Map.of());
        return new Scenario(name, assessable, reading.businessDate(), reading.days(), expectations);
    }

    /** What is about the claim has to be written once; written again, it must be the same. */
    private Row merged(Row whole, Row row) {
        Row merged = whole;
        for (Map.Entry<Column, Cell> written : row.cells().entrySet()) {
            Column column = written.getKey();
            if (column.isAbout(Column.About.CLAIM)) {
                merged = merged.or(column, written.getValue());
                if (!merged.text(column).equals(written.getValue().text())) {
                    problems.add(written.getValue()
                            .problem(
                                    "case \"%s\": %s: it is \"%s\" here, but \"%s\" in line %d of the same claim; write it once"
                                            .formatted(
                                                    row.text(Column.CASE),
                                                    column.heading(),
                                                    written.getValue().text(),
                                                    merged.text(column),
                                                    merged.place(column).line())));
                }
            }
        }
        return merged;
    }
}
