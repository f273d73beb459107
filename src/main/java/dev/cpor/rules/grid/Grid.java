package dev.cpor.rules.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records at every limit of some rules and beside it, in every combination that there can be; where these are too many, the combinations of the
 * limits of each two rules.
 */
final class Grid {
    /** How many records are made at most: more would take more time than a check may. */
    private static final int MOST = 100_000;

    /** How many combinations of what is related are looked at, possible or not. */
    private static final int MOST_RELATED = 1_000_000;

    private final Population population;
    private final int most;
    private final List<Point> points = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private final List<List<String>> leftOut = new ArrayList<>();
    private boolean complete;

    private Grid(Population population, int most) {
        this.population = population;
        this.most = most;
    }

    static Grid of(Class<? extends Record> fact, List<Asks> rules) {
        return of(fact, rules, MOST);
    }

    static Grid of(Class<? extends Record> fact, List<Asks> rules, int most) {
        Grid grid = new Grid(Population.of(fact), most);
        grid.complete = grid.add(fact, rules);
        if (!grid.complete) {
            rules.forEach(rule -> grid.addOrLeaveOut(fact, List.of(rule)));
            for (int i = 0; i < rules.size(); i++) {
                for (Asks other : rules.subList(i + 1, rules.size())) {
                    grid.addOrLeaveOut(fact, List.of(rules.get(i), other));
                }
            }
        }
        return grid;
    }

    /** Returns the records with their places in this list as their numbers. */
    List<Point> points() {
        return points;
    }

    /** Returns the records of the points. */
    List<Record> facts() {
        return points.stream().map(Point::fact).toList();
    }

    /** Says whether the records are those of every combination of limits, and not only of those of each two rules. */
    boolean isComplete() {
        return complete;
    }

    /** Returns the rules, one or two together, that have too many limits to be tried. */
    List<List<String>> leftOut() {
        return leftOut;
    }

    Population population() {
        return population;
    }

    private void addOrLeaveOut(Class<? extends Record> fact, List<Asks> rules) {
        boolean known = rules.stream().anyMatch(rule -> leftOut.contains(List.of(rule.rule())));
        if (!known && !add(fact, rules)) {
            leftOut.add(rules.stream().map(Asks::rule).toList());
        }
    }

    /** Returns false, and adds nothing, if there is no room for so many. */
    private boolean add(Class<? extends Record> fact, Collection<Asks> rules) {
        SortedMap<String, List<Object>> values = Values.of(fact, rules);
        population.complete(values);
        if (seen.contains(values)) {
            return true;
        }
        SortedMap<String, List<Object>> related = new TreeMap<>(values);
        related.keySet().retainAll(population.related());
        SortedMap<String, List<Object>> others = new TreeMap<>(values);
        others.keySet().removeAll(population.related());
        if (size(related) > MOST_RELATED) {
            return false;
        }
        List<Map<String, Object>> possible = new ArrayList<>();
        choose(related, chosen -> {
            if (population.isPossible(new Choice(chosen))) {
                possible.add(Map.copyOf(chosen));
            }
        });
        long size = population.states().size() * possible.size() * size(others);
        if (points.size() + size > most) {
            return false;
        }
        seen.add(values);
        population
                .states()
                .forEach(state -> possible.forEach(some -> choose(others, chosen -> add(state, some, chosen))));
        return true;
    }

    private void add(@Nullable State state, Map<String, Object> some, Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(others);
        Choice choice = new Choice(Map.copyOf(all));
        points.add(new Point(state, choice, population.make(points.size(), state, choice)));
    }

    private static long size(SortedMap<String, List<Object>> values) {
        long size = 1;
        for (List<Object> some : values.values()) {
            size = Math.min(size * some.size(), Integer.MAX_VALUE);
        }
        return size;
    }

    private static void choose(SortedMap<String, List<Object>> values, Consumer<Map<String, Object>> each) {
        choose(List.copyOf(values.entrySet()), new TreeMap<>(), each);
    }

    private static void choose(
            List<Map.Entry<String, List<Object>>> open,
            TreeMap<String, Object> chosen,
            Consumer<Map<String, Object>> each) {
        if (open.isEmpty()) {
            each.accept(chosen);
            return;
        }
        for (Object value : open.get(0).getValue()) {
            chosen.put(open.get(0).getKey(), value);
            choose(open.subList(1, open.size()), chosen, each);
        }
        chosen.remove(open.get(0).getKey());
    }
}
