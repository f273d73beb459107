package dev.cpor.rules;

import dev.cpor.decision.Findings;
import dev.cpor.rules.grid.Asks;
import dev.cpor.rules.grid.Remark;
import dev.cpor.rules.grid.RuleGrid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what is wrong with rules, and what an analyst should know about them; without a database. */
public final class RuleCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private RuleCheck() {}

    /**
     * Returns everything that is wrong, and the warnings, by file and place; empty if there is nothing to say. Rules without errors are
     * tried at their own limits, for rules that never fire, repeat or contradict others, or leave claims out.
     */
    public static List<Problem> check(RuleText text) {
        CheckedRules rules = CheckedRules.of(text);
        return Stream.concat(rules.problems().stream(), warnings(rules).stream())
                .sorted()
                .toList();
    }

    private static List<Problem> warnings(CheckedRules rules) {
        List<Problem> warnings = new ArrayList<>();
        rules.bases().forEach((folder, base) -> {
            List<DrlFile> files = rules.files(folder);
            Evaluation evaluation = new Evaluation(folder, base, TIMEOUT);
            for (Fact fact : folder.facts()) {
                List<Asks> asking = files.stream()
                        .flatMap(file -> RuleLimits.of(file, fact).stream())
                        .toList();
                RuleGrid.remarks(fact.type(), asking, records -> ask(evaluation, records))
                        .forEach(remark -> warnings.add(warning(folder, files, remark)));
            }
        });
        return warnings;
    }

    private static Findings ask(Evaluation evaluation, List<Record> records) {
        List<ClaimFacts> page = new ArrayList<>(records.size());
        for (int number = 0; number < records.size(); number++) {
            page.add(new ClaimFacts(number, "C-" + number, List.of(records.get(number))));
        }
        return evaluation.evaluate(page);
    }

    private static Problem warning(Folder folder, List<DrlFile> files, Remark remark) {
        return remark.rule() == null
                ? Problem.warning(folder.path(), 1, 1, null, remark.what())
                : DrlFile.problemOf(files, remark.rule(), remark.what()).asWarning();
    }
}
