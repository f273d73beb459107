package dev.cpor.rules;

import dev.cpor.rules.compile.CheckedRules;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Fact;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleText;
import dev.cpor.rules.grid.Asks;
import dev.cpor.rules.grid.Remark;
import dev.cpor.rules.grid.RuleGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what is wrong with rules, and what an analyst should know about them; without a database. */
public final class RuleCheck {
    private static final String UNREAD =
            "when a claim falls due cannot be read off its conditions, so every night evaluates every open claim; compare a count of days, or businessDate, with a constant alone, as in daysInStatus > 7";

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
        List<DrlFile> lifecycle = rules.files(Folder.LIFECYCLE);
        if (rules.bases().containsKey(Folder.LIFECYCLE)) {
            DayLimitReading.of(lifecycle)
                    .unread()
                    .forEach(rule -> warnings.add(
                            DrlFile.problemOf(lifecycle, rule, UNREAD).asWarning()));
        }
        rules.bases().forEach((folder, base) -> {
            List<DrlFile> files = rules.files(folder);
            TriedRules engine = new TriedRules(folder, files, base);
            for (Fact fact : folder.facts()) {
                List<Asks> asking = files.stream()
                        .flatMap(file -> RuleLimits.of(file, fact).stream())
                        .toList();
                RuleGrid.remarks(fact.type(), asking, engine)
                        .forEach(remark -> warnings.add(warning(folder, files, remark)));
            }
        });
        return warnings;
    }

    private static Problem warning(Folder folder, List<DrlFile> files, Remark remark) {
        return remark.rule() == null
                ? Problem.warning(folder.path(), 1, 1, null, remark.what())
                : DrlFile.problemOf(files, remark.rule(), remark.what()).asWarning();
    }
}
