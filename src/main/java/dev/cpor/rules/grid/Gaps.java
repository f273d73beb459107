package dev.cpor.rules.grid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds limits that do not meet: as the days of a claim pass and all else stays as it is, one rule stops firing and another
 * starts, with days between them on which neither does.
 */
final class Gaps {
    private static final List<String> PASSING = List.of(
            ClaimDays.BUSINESS_IN_STATUS,
            ClaimDays.IN_STATUS,
            ClaimDays.SINCE_SUBMISSION,
            ClaimDays.SINCE,
            ClaimDays.SUBMITTED,
            ClaimDays.DATE);

    private final Tried tried;
    private final Map<Asks, BitSet> firing = new HashMap<>();
    private final Set<Object> known = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();

    private Gaps(Tried tried) {
        this.tried = tried;
        tried.rules().forEach(rule -> firing.put(rule, tried.firing(rule.rule())));
    }

    static List<Remark> remarks(Tried tried) {
        Gaps gaps = new Gaps(tried);
        PASSING.forEach(gaps::along);
        return gaps.remarks;
    }

    /** Claims that differ in one property alone, by its value; those with the most values first. */
    private void along(String property) {
        Map<Object, SortedMap<Object, Integer>> rows = new HashMap<>();
        List<Point> points = tried.grid().points();
        for (int number = 0; number < points.size(); number++) {
            Point point = points.get(number);
            Object value = point.choice().values().get(property);
            boolean passes = value instanceof Integer || value instanceof LocalDate;
            // A claim that entered its status so many days before a given one is another claim for each number of days.
            if (passes && !point.choice().is(ClaimDays.SINCE, Relative.FOLLOWS)) {
                rows.computeIfAbsent(rest(point, property), rest -> new TreeMap<>())
                        .put(value, number);
            }
        }
        List<Asks> asking = tried.rules().stream()
                .filter(rule -> rule.properties().contains(property))
                .toList();
        rows.values().stream()
                .sorted(Comparator.comparingInt((SortedMap<Object, Integer> row) -> -row.size())
                        .thenComparing(row -> row.get(row.firstKey())))
                .forEach(row -> look(property, asking, row));
    }

    private static Object rest(Point point, String property) {
        Map<String, Object> rest = new TreeMap<>(point.choice().values());
        rest.remove(property);
        List<@Nullable Object> key = new ArrayList<>();
        key.add(point.state());
        key.add(rest);
        return key;
    }

    private void look(String property, List<Asks> asking, SortedMap<Object, Integer> row) {
        List<Integer> numbers = List.copyOf(row.values());
        List<Asks> turning = asking.stream()
                .filter(rule -> numbers.stream()
                                .map(number -> fires(rule, number))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        int last = -1;
        for (int at = 0; at < numbers.size(); at++) {
            int number = numbers.get(at);
            if (turning.stream().anyMatch(rule -> fires(rule, number))) {
                if (last >= 0 && last < at - 1) {
                    report(property, turning, numbers, last, at);
                }
                last = at;
            }
        }
    }

    private void report(String property, List<Asks> turning, List<Integer> numbers, int last, int next) {
        for (Asks before : turning) {
            for (Asks after : turning) {
                if (before != after
                        && isStretch(before, numbers, last, last - 1)
                        && isStretch(after, numbers, next, next + 1)
                        && known.add(List.of(property, before.rule(), after.rule()))) {
                    remarks.add(new Remark(
                            after.rule(),
                            "leaves a gap behind rule \"%s\": that one fires up to %s %s, this one from %s on, and on %s neither does; let their limits meet"
                                    .formatted(
                                            before.rule(),
                                            property,
                                            value(property, numbers.get(last)),
                                            value(property, numbers.get(next)),
                                            tried.example(numbers.get(last + 1), before, after))));
                }
            }
        }
    }

    /** A rule for one day alone, such as a reminder on the third, leaves no gap: it has no limit that could meet another. */
    private boolean isStretch(Asks rule, List<Integer> numbers, int at, int beside) {
        return fires(rule, numbers.get(at))
                && (beside < 0 || beside >= numbers.size() || fires(rule, numbers.get(beside)));
    }

    private boolean fires(Asks rule, int number) {
        BitSet where = firing.get(rule);
        return where != null && where.get(number);
    }

    private Object value(String property, int number) {
        return tried.point(number).choice().or(property, (Object) "");
    }
}
