package dev.cpor.rules;

import dev.cpor.rules.compile.RuleBase;
import dev.cpor.rules.drl.DrlFile;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.evaluate.ClaimFacts;
import dev.cpor.rules.evaluate.Evaluation;
import dev.cpor.rules.explain.ExplainedRule;
import dev.cpor.rules.explain.SingleConditions;
import dev.cpor.rules.grid.Answers;
import dev.cpor.rules.grid.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules of a folder, asked about records that were made up. */
final class TriedRules implements Engine {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Folder folder;
    private final List<DrlFile> files;
    private final RuleBase base;

    TriedRules(Folder folder, List<DrlFile> files, RuleBase base) {
        this.folder = folder;
        this.files = files;
        this.base = base;
    }

    @Override
    public Answers ask(List<Record> records) {
        List<ClaimFacts> page = new ArrayList<>(records.size());
        for (int number = 0; number < records.size(); number++) {
            page.add(new ClaimFacts(number, "C-" + number, List.of(records.get(number))));
        }
        return Probing.ask(new Evaluation(folder, base, TIMEOUT), base.names(), page);
    }

    @Override
    public Map<String, Integer> lackingOne(String name, List<Record> records) {
        return files.stream()
                .flatMap(file -> ExplainedRule.of(file).stream())
                .filter(rule -> rule.name().equals(name) && !rule.conditions().isEmpty())
                .findFirst()
                .map(rule -> lackingOne(rule, records))
                .orElse(Map.of());
    }

    private Map<String, Integer> lackingOne(ExplainedRule rule, List<Record> records) {
        SingleConditions.Met met = new SingleConditions(folder, List.of(rule)).of(records);
        SortedMap<Integer, Integer> byPlace = new TreeMap<>();
        for (int number = 0; number < records.size(); number++) {
            List<Integer> lacking = met.lacking(rule, records.get(number));
            if (lacking.size() == 1) {
                byPlace.putIfAbsent(lacking.get(0), number);
            }
        }
        Map<String, Integer> byCondition = new LinkedHashMap<>();
        byPlace.forEach((place, number) -> byCondition.put(rule.conditions().get(place), number));
        return byCondition;
    }
}
