package dev.cpor.rules.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records at every limit of some rules and beside it, in every combination; where these are too many, the combinations of the
 * limits of each two rules.
 */
final class Grid {
    /** How many records are made at most, possible or not: more would take more time than a check may. */
    private static final int MOST = 100_000;

    private final Population population;
    private final int most;
    private final List<Point> points = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private final List<List<String>> leftOut = new ArrayList<>();
    private long made;

    private Grid(Population population, int most) {
        this.population = population;
        this.most = most;
    }

    static Grid of(Class<? extends Record> fact, List<Asks> rules) {
        return of(fact, rules, MOST);
    }

    static Grid of(Class<? extends Record> fact, List<Asks> rules, int most) {
        Grid grid = new Grid(Population.of(fact), most);
        if (!grid.add(fact, rules)) {
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
        long size = population.states().size();
        for (List<Object> some : values.values()) {
            size = Math.min(size * some.size(), Integer.MAX_VALUE);
        }
        if (seen.contains(values)) {
            return true;
        }
        if (made + size > most) {
            return false;
        }
        made += size;
        if (seen.add(values)) {
            for (@Nullable State state : population.states()) {
                choose(state, List.copyOf(values.entrySet()), new TreeMap<>());
            }
        }
        return true;
    }

    private void choose(
            @Nullable State state, List<Map.Entry<String, List<Object>>> open, TreeMap<String, Object> chosen) {
        if (open.isEmpty()) {
            Choice choice = new Choice(Map.copyOf(chosen));
            Record made = population.make(points.size(), state, choice);
            if (made != null) {
                points.add(new Point(state, choice, made));
            }
            return;
        }
        for (Object value : open.get(0).getValue()) {
            chosen.put(open.get(0).getKey(), value);
            choose(state, open.subList(1, open.size()), chosen);
        }
        chosen.remove(open.get(0).getKey());
    }
}
