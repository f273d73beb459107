package dev.cpor.rules;

import dev.cpor.decision.Findings;
import dev.cpor.rules.grid.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** The rules of a folder, asked about records that were made up. */
final class TriedRules implements Engine {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Folder folder;
    private final List<DrlFile> files;
    private final Evaluation evaluation;

    TriedRules(Folder folder, List<DrlFile> files, RuleBase base) {
        this.folder = folder;
        this.files = files;
        this.evaluation = new Evaluation(folder, base, TIMEOUT);
    }

    @Override
    public Findings ask(List<Record> records) {
        return evaluation.evaluate(page(records));
    }

    @Override
    public Map<String, Integer> askWithoutCondition(String rule, List<Record> records) {
        for (DrlFile file : files) {
            PackageDescr parsed = file.parse(new ArrayList<>());
            for (RuleDescr descr : parsed == null ? List.<RuleDescr>of() : parsed.getRules()) {
                if (descr.getName().equals(rule) && descr.getLhs().getDescrs().get(0) instanceof PatternDescr pattern) {
                    return askWithoutCondition(file.path(), descr, pattern, records);
                }
            }
        }
        return Map.of();
    }

    private Map<String, Integer> askWithoutCondition(
            String path, RuleDescr rule, PatternDescr pattern, List<Record> records) {
        List<String> conditions = pattern.getDescrs().stream()
                .map(ExprConstraintDescr.class::cast)
                .map(ExprConstraintDescr::getExpression)
                .toList();
        // Each of these rules has the place of the condition that it lacks for its name.
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < conditions.size(); i++) {
            List<String> others = new ArrayList<>(conditions);
            others.remove(i);
            text.append("rule \"%s\" when %s : %s(%s) then %s%nend%n"
                    .formatted(
                            i,
                            pattern.getIdentifier(),
                            pattern.getObjectType(),
                            String.join("\n, ", others),
                            rule.getConsequence()));
        }
        RuleBase base =
                RuleBase.compile(folder, List.of(new DrlFile(path, folder, text.toString())), new ArrayList<>());
        return base == null || conditions.isEmpty() ? Map.of() : first(conditions, base, records);
    }

    private Map<String, Integer> first(List<String> conditions, RuleBase base, List<Record> records) {
        Findings findings = new Evaluation(folder, base, TIMEOUT).evaluate(page(records));
        SortedMap<Integer, Integer> byPlace = new TreeMap<>();
        findings.byClaim()
                .forEach((number, found) -> found.forEach(
                        finding -> byPlace.merge(Integer.valueOf(finding.rule()), number.intValue(), Math::min)));
        Map<String, Integer> byCondition = new LinkedHashMap<>();
        byPlace.forEach((place, number) -> byCondition.put(conditions.get(place), number));
        return byCondition;
    }

    private static List<ClaimFacts> page(List<Record> records) {
        List<ClaimFacts> page = new ArrayList<>(records.size());
        for (int number = 0; number < records.size(); number++) {
            page.add(new ClaimFacts(number, "C-" + number, List.of(records.get(number))));
        }
        return page;
    }
}
