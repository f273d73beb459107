package dev.cpor.rules.grid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Claims of one state, put together where they differ in what the days bring alone; of each such kind it is known whether a rule
 * ever moves one of it on.
 */
final class WaitingClaims {
    private static final int SHOWN = 3;

    private final List<String> standing;
    private final Map<Map<String, Object>, Boolean> moved = new LinkedHashMap<>();

    /** @param standing the properties that rules ask about and that stay as they are */
    WaitingClaims(SortedSet<String> standing) {
        this.standing = List.copyOf(standing);
    }

    void add(Choice choice, boolean moves) {
        if (choice.is(ClaimDays.SINCE, Relative.FOLLOWS)) {
            // Its day differs from record to record.
            return;
        }
        Map<String, Object> kind = new TreeMap<>(choice.values());
        kind.keySet().retainAll(standing);
        moved.merge(kind, moves, Boolean::logicalOr);
    }

    /**
     * Describes those that are never moved on, by as few properties as possible; empty texts where all are meant.
     *
     * @param most how many properties at most, so that claims with each combination of their values were tried
     */
    List<String> inWords(int most) {
        Set<Map<String, Object>> open = new LinkedHashSet<>();
        moved.forEach((kind, moves) -> {
            if (!moves) {
                open.add(kind);
            }
        });
        List<String> told = new ArrayList<>();
        for (int size = 0; size <= Math.min(most, standing.size()) && !open.isEmpty(); size++) {
            for (Set<String> properties : subsets(size)) {
                Set<Map<String, Object>> news = projected(open, properties);
                news.retainAll(neverMoved(properties));
                if (!news.isEmpty()) {
                    told.add(told(news));
                    open.removeIf(kind -> news.contains(projected(kind, properties)));
                }
            }
        }
        return told;
    }

    /** Returns the values of these properties with which no claim is ever moved on. */
    private Set<Map<String, Object>> neverMoved(Set<String> properties) {
        Map<Map<String, Object>, Boolean> byValues = new LinkedHashMap<>();
        moved.forEach((kind, moves) -> {
            if (kind.keySet().containsAll(properties)) {
                byValues.merge(projected(kind, properties), moves, Boolean::logicalOr);
            }
        });
        byValues.values().removeIf(moves -> moves);
        return byValues.keySet();
    }

    private static Set<Map<String, Object>> projected(Set<Map<String, Object>> kinds, Set<String> properties) {
        Set<Map<String, Object>> projected = new LinkedHashSet<>();
        kinds.stream()
                .filter(kind -> kind.keySet().containsAll(properties))
                .forEach(kind -> projected.add(projected(kind, properties)));
        return projected;
    }

    private static Map<String, Object> projected(Map<String, Object> kind, Set<String> properties) {
        Map<String, Object> values = new TreeMap<>(kind);
        values.keySet().retainAll(properties);
        return values;
    }

    private List<Set<String>> subsets(int size) {
        List<Set<String>> subsets = new ArrayList<>(List.of(Set.of()));
        for (int i = 0; i < size; i++) {
            Set<Set<String>> larger = new LinkedHashSet<>();
            for (Set<String> subset : subsets) {
                for (String property : standing) {
                    Set<String> with = new HashSet<>(subset);
                    if (with.add(property)) {
                        larger.add(with);
                    }
                }
            }
            subsets = new ArrayList<>(larger);
        }
        return subsets;
    }

    private static String told(Set<Map<String, Object>> never) {
        List<String> all =
                never.stream().map(WaitingClaims::told).distinct().sorted().toList();
        String shown = all.stream().limit(SHOWN).collect(Collectors.joining(" or "));
        String more = all.size() > SHOWN ? " or %d others".formatted(all.size() - SHOWN) : "";
        return shown.isEmpty() ? "" : ", " + shown + more;
    }

    private static String told(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(value -> told(value.getKey(), value.getValue()))
                .collect(Collectors.joining(" and "));
    }

    private static String told(String property, Object value) {
        if (property.equals(ClaimDays.SINCE)) {
            return "since " + value;
        }
        if (!property.equals(ClaimDays.SUBMITTED)) {
            return "with " + Sentence.property(property, value);
        }
        if (value instanceof LocalDate day) {
            return "first submitted on " + day;
        }
        return value == Relative.NONE ? "never submitted" : "submitted";
    }
}
