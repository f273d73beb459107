package dev.cpor.rules.comparison;

import dev.cpor.rules.drl.RuleSource;
import dev.cpor.rules.drl.RuleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in what a rule set differs from another, rule by rule and rate by rate; neither has to be free of mistakes. */
public final class RuleComparison {
    private final RuleText before;
    private final RuleText after;
    private final List<RuleChange> changes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private RuleComparison(RuleText before, RuleText after) {
        this.before = before;
        this.after = after;
    }

    /** Compares two rule sets. */
    public static RuleComparison of(RuleText before, RuleText after) {
        RuleComparison comparison = new RuleComparison(before, after);
        if (!before.equals(after)) {
            comparison.compareRules();
            RateComparison rates = new RateComparison(before, after);
            comparison.changes.addAll(rates.changes());
            comparison.notes.addAll(rates.notes());
            if (comparison.changes.isEmpty() && comparison.notes.isEmpty()) {
                comparison.notes.add("The rules and rates are the same; only comments, spacing or their order differ.");
            }
        }
        return comparison;
    }

    /** Says whether both are the same to the byte. */
    public boolean isSame() {
        return before.equals(after);
    }

    /** Returns what differs: rules first, in the order of the files, then rates. */
    public List<RuleChange> changes() {
        return List.copyOf(changes);
    }

    /** Returns sentences about what cannot be compared, or is no change at all. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private void compareRules() {
        Map<String, RuleSource> olds = byName(before);
        Map<String, RuleSource> news = byName(after);
        List<RuleSource> gone = new ArrayList<>();
        olds.forEach((name, old) -> {
            RuleSource now = news.remove(name);
            if (now == null) {
                gone.add(old);
            } else {
                compare(old, now);
            }
        });
        List<RuleSource> came = new ArrayList<>(news.values());
        gone.forEach(old -> came.stream()
                .filter(old::doesTheSameAs)
                .findFirst()
                .ifPresentOrElse(
                        now -> {
                            came.remove(now);
                            add(RuleChange.Kind.RENAMED, old, "name", old.name(), now.name());
                            compareFiles(old, now);
                        },
                        () -> add(RuleChange.Kind.REMOVED, old, "", old.file() + ": " + old.told(), "")));
        came.forEach(now -> add(RuleChange.Kind.ADDED, now, "", "", now.file() + ": " + now.told()));
    }

    /** A name that a draft uses twice counts by its turn. */
    private static Map<String, RuleSource> byName(RuleText text) {
        Map<String, RuleSource> rules = new LinkedHashMap<>();
        for (RuleSource rule : RuleSource.in(text)) {
            String key = rule.name();
            while (rules.containsKey(key)) {
                key += "\n";
            }
            rules.put(key, rule);
        }
        return rules;
    }

    private void compare(RuleSource old, RuleSource now) {
        if (!old.bareCondition().equals(now.bareCondition())) {
            add(RuleChange.Kind.CHANGED, old, "condition", old.condition(), now.condition());
        }
        if (!old.decision().equals(now.decision())) {
            add(RuleChange.Kind.CHANGED, old, "decision", old.decision(), now.decision());
        }
        compareFiles(old, now);
    }

    private void compareFiles(RuleSource old, RuleSource now) {
        if (!old.file().equals(now.file())) {
            add(RuleChange.Kind.MOVED, now, "file", old.file(), now.file());
        }
    }

    private void add(RuleChange.Kind kind, RuleSource rule, String aspect, String from, String to) {
        changes.add(new RuleChange(RuleChange.Thing.RULE, kind, rule.name(), aspect, from, to));
    }
}
