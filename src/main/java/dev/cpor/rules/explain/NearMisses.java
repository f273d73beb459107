package dev.cpor.rules.explain;

import dev.cpor.decision.Assessable;
import dev.cpor.rules.compile.CheckedRules;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.evaluate.ClaimFacts;
import dev.cpor.rules.evaluate.DayCounts;
import dev.cpor.rules.evaluate.Facts;
import dev.cpor.rules.vocabulary.incentive.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the rules that claims just miss: all of a rule's conditions are met but one. The engine itself is asked, about each condition
 * by itself.
 */
public final class NearMisses {
    private final Facts facts;
    private final Map<Folder, List<ExplainedRule>> rules = new EnumMap<>(Folder.class);

    /** @param checked rules that compile */
    public NearMisses(CheckedRules checked, Facts facts) {
        this.facts = facts;
        for (Folder folder : Folder.values()) {
            rules.put(
                    folder,
                    checked.files(folder).stream()
                            .flatMap(file -> ExplainedRule.of(file).stream())
                            .toList());
        }
    }

    /**
     * A claim on which a rule did not fire.
     *
     * @param lineNo the line that is meant, if it is a rule about lines
     */
    public record Miss(String rule, Assessable claim, LocalDate businessDate, DayCounts days, int lineNo) {}

    /** Returns the names of the rules that nothing can miss, because they have no condition. */
    public Set<String> neverMissed() {
        Set<String> never = new HashSet<>();
        rules.values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.conditions().isEmpty())
                .forEach(rule -> never.add(rule.name()));
        return never;
    }

    /** Returns the names of the rules that one of these claims misses by a single condition. */
    public Set<String> of(Collection<Miss> misses) {
        Set<String> near = new HashSet<>();
        rules.forEach((folder, all) -> {
            Set<String> missed = new HashSet<>();
            misses.forEach(miss -> missed.add(miss.rule()));
            List<ExplainedRule> asked = all.stream()
                    .filter(rule ->
                            missed.contains(rule.name()) && !rule.conditions().isEmpty())
                    .toList();
            asked.stream().filter(rule -> rule.conditions().size() == 1).forEach(rule -> near.add(rule.name()));
            List<ExplainedRule> several =
                    asked.stream().filter(rule -> rule.conditions().size() > 1).toList();
            if (!several.isEmpty()) {
                near.addAll(near(folder, several, misses));
            }
        });
        return near;
    }

    private Set<String> near(Folder folder, List<ExplainedRule> several, Collection<Miss> misses) {
        List<Record> records = new ArrayList<>();
        List<ExplainedRule> missed = new ArrayList<>();
        for (Miss miss : misses) {
            for (ExplainedRule rule : several) {
                if (rule.name().equals(miss.rule())) {
                    records.add(record(folder, rule, miss));
                    missed.add(rule);
                }
            }
        }
        SingleConditions.Met met = new SingleConditions(folder, several).of(records);
        Set<String> near = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            if (met.lacking(missed.get(i), records.get(i)).size() == 1) {
                near.add(missed.get(i).name());
            }
        }
        return near;
    }

    private Record record(Folder folder, ExplainedRule rule, Miss miss) {
        ClaimFacts claim =
                switch (folder) {
                    case LIFECYCLE -> facts.lifecycle(miss.claim().claim(), miss.businessDate(), miss.days());
                    case INCENTIVE -> facts.incentive(miss.claim(), miss.businessDate(), miss.days());
                };
        return claim.facts().stream()
                .filter(record -> rule.fact().type().isInstance(record))
                .filter(record -> !(record instanceof Line line) || line.lineNo() == miss.lineNo())
                .findFirst()
                .orElseThrow();
    }
}
