package dev.cpor.decision;

import dev.cpor.domain.ReasonCode;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reasons, each with the rule that gave it: by name, and of several rules the alphabetically first. */
final class ByReason {
    private final SortedMap<ReasonCode, String> rules = new TreeMap<>(Comparator.comparing(ReasonCode::name));

    void add(ReasonCode reason, String rule) {
        rules.merge(reason, rule, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    SortedMap<ReasonCode, String> rules() {
        return Collections.unmodifiableSortedMap(rules);
    }
}
