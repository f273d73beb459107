package dev.cpor.rules.grid;

import static dev.cpor.rules.grid.ClaimDays.*;
import static dev.cpor.rules.grid.Relative.FOLLOWS;
import static dev.cpor.rules.grid.Relative.NONE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Completes the days of claims that are worth trying, so that none that there can be is out of reach of the others. */
final class DayValues {
    private final SortedMap<String, List<Object>> values;
    private final Set<String> asked;
    private final SortedSet<Object> dates;
    private final SortedSet<Object> submitted;
    private final SortedSet<Object> since;

    private DayValues(SortedMap<String, List<Object>> values) {
        this.values = values;
        this.asked = Set.copyOf(values.keySet());
        this.dates = sorted(DATE);
        this.submitted = sorted(SUBMITTED);
        this.since = sorted(SINCE);
        // A claim can have entered its status on the day of its first submission, or later.
        submitted.forEach(day -> since.addAll(List.of(day, ((LocalDate) day).plusDays(1))));
    }

    /**
     * Completes what rules ask for.
     *
     * @param values by property what rules compare it with and what lies beside that; nothing for a day that they compare with
     *     another one or with null alone
     */
    static void complete(SortedMap<String, List<Object>> values) {
        DayValues days = new DayValues(values);
        days.completeCounts();
        days.completeDays();
    }

    private void completeCounts() {
        SortedSet<Object> inStatus = sorted(IN_STATUS);
        SortedSet<Object> business = sorted(BUSINESS_IN_STATUS);
        business.forEach(count -> inStatus.add(daysOf((Integer) count)));
        sorted(IN_STATUS).forEach(count -> business.add(businessDaysOf((Integer) count)));
        SortedSet<Object> submission = sorted(SINCE_SUBMISSION);
        submission.addAll(business);
        boolean related = asked.contains(DATE) && (asked.contains(SINCE) || asked.contains(SUBMITTED));
        if (related) {
            // The business date can be the day on which the status was entered, or another.
            inStatus.addAll(List.of(0, 1));
        }
        boolean reaching = !submitted.isEmpty() && asked.contains(SINCE_SUBMISSION);
        if (reaching) {
            submission.forEach(count -> inStatus.add(daysOf((Integer) count)));
        }
        Set<Relative> more =
                !since.isEmpty() && !dates.isEmpty() ? EnumSet.of(FOLLOWS) : EnumSet.noneOf(Relative.class);
        if (related || reaching || asked.contains(IN_STATUS)) {
            put(IN_STATUS, inStatus, more);
        }
        if (asked.contains(BUSINESS_IN_STATUS)) {
            put(BUSINESS_IN_STATUS, business, more);
        }
        if (asked.contains(SINCE_SUBMISSION)) {
            more.add(asked.contains(SUBMITTED) ? FOLLOWS : NONE);
            put(SINCE_SUBMISSION, submission, more);
        }
    }

    private void completeDays() {
        putOrRemove(SINCE, since, dates);
        putOrRemove(DATE, dates, since);
        if (asked.contains(SUBMITTED)) {
            boolean related = asked.contains(SINCE) || asked.contains(DATE);
            put(SUBMITTED, submitted, related ? EnumSet.allOf(Relative.class) : EnumSet.of(FOLLOWS, NONE));
        }
    }

    /** One of the two that has no days of its own follows from the other. */
    private void putOrRemove(String property, SortedSet<Object> days, SortedSet<Object> others) {
        if (days.isEmpty()) {
            values.remove(property);
        } else {
            put(property, days, others.isEmpty() ? EnumSet.noneOf(Relative.class) : EnumSet.of(FOLLOWS));
        }
    }

    private void put(String property, SortedSet<Object> some, Set<Relative> more) {
        List<Object> all = new ArrayList<>(some);
        all.addAll(more);
        values.put(property, List.copyOf(all));
    }

    private SortedSet<Object> sorted(String property) {
        return new TreeSet<>(values.getOrDefault(property, List.of()));
    }
}
