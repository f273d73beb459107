package dev.cpor.rules.scenario;

import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Suggestion;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the expectation of a row. */
final class ExpectationReading {
    private ExpectationReading() {}

    static Expectation read(Row row, int lineNo, Values values, List<String> rules) {
        String rule = row.text(Column.RULE);
        if (!rule.isEmpty() && !rules.contains(rule)) {
            values.wrong(
                    Column.RULE,
                    "there is no rule \"%s\"%s; write the name of a rule as it stands after the word rule"
                            .formatted(rule, Suggestion.among(rules, rule)));
        }
        return new Expectation(
                row,
                lineNo,
                rule,
                acts(row, values),
                reasons(row, values),
                values.decimal(Column.AMOUNT),
                values.currency(Column.AMOUNT_CURRENCY));
    }

    private static @Nullable Set<Act> acts(Row row, Values values) {
        Cell cell = row.cell(Column.EXPECT);
        if (cell == null) {
            return null;
        }
        Set<Act> acts = EnumSet.noneOf(Act.class);
        for (String word : cell.text().split("[;,]")) {
            Act act = Act.of(word);
            if (act == null) {
                values.wrong(
                        Column.EXPECT,
                        "\"%s\" is unknown%s; write one of %s"
                                .formatted(
                                        word.strip(),
                                        Suggestion.among(Act.words(), word.strip()),
                                        String.join(", ", Act.words())));
                return acts;
            }
            acts.add(act);
        }
        if (acts.contains(Act.NOTHING) && acts.size() > 1) {
            values.wrong(Column.EXPECT, "nothing cannot come together with something; leave out one of them");
        }
        return acts;
    }

    private static @Nullable Set<ReasonCode> reasons(Row row, Values values) {
        Cell cell = row.cell(Column.REASON);
        if (cell == null) {
            return null;
        }
        Set<ReasonCode> reasons = EnumSet.noneOf(ReasonCode.class);
        for (String word : cell.text().split("[;,\\s]+")) {
            ReasonCode reason = values.constant(
                    Column.REASON, new Cell(cell.file(), cell.line(), cell.column(), word), ReasonCode.class);
            if (reason != null) {
                reasons.add(reason);
            }
        }
        return reasons;
    }
}
