package dev.cpor.rules.grid;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The days of a claim and how they are counted. What was not chosen follows from what was, with five business days in seven; what was
 * chosen has to go together, with some room for public holidays.
 */
record ClaimDays(
        LocalDate since,
        LocalDate firstSubmitted,
        LocalDate date,
        int inStatus,
        int businessInStatus,
        int businessSinceSubmission) {
    static final String SINCE = "statusSince";
    static final String SUBMITTED = "firstSubmitted";
    static final String DATE = "businessDate";
    static final String IN_STATUS = "daysInStatus";
    static final String BUSINESS_IN_STATUS = "businessDaysInStatus";
    static final String SINCE_SUBMISSION = "businessDaysSinceSubmission";

    /** How many days more than twice its business days a stretch may have: a weekend and some holidays. */
    private static final int HOLIDAYS = 5;

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    /** Returns null if no claim has these days. */
    static @Nullable ClaimDays of(Choice choice) {
        LocalDate since = choice.day(SINCE);
        LocalDate date = choice.day(DATE);
        Integer business = choice.days(BUSINESS_IN_STATUS);
        Integer chosen = choice.days(IN_STATUS);
        int days = chosen != null ? chosen : business != null ? daysOf(business) : 0;
        if (since != null && date != null) {
            days = daysBetween(since, date);
            if (chosen != null && chosen != days) {
                return null;
            }
        } else if (since == null) {
            since = date == null ? MONDAY : date.minusDays(days);
        }
        date = since.plusDays(days);
        int businessDays = business != null ? business : businessDaysOf(days);
        return days < 0 || !goTogether(days, businessDays) ? null : submitted(choice, since, date, days, businessDays);
    }

    private static @Nullable ClaimDays submitted(
            Choice choice, LocalDate since, LocalDate date, int days, int businessDays) {
        LocalDate submitted = choice.day(SUBMITTED);
        Integer chosen = choice.days(SINCE_SUBMISSION);
        if (submitted == null) {
            int count = chosen == null ? businessDays : chosen;
            submitted = since.minusDays(daysOf(Math.max(0, count - businessDays)));
            return count < businessDays ? null : new ClaimDays(since, submitted, date, days, businessDays, count);
        }
        int passed = daysBetween(submitted, date);
        int count = chosen == null ? Math.max(businessDays, businessDaysOf(Math.max(0, passed))) : chosen;
        return submitted.isAfter(since) || count < businessDays || !goTogether(passed, count)
                ? null
                : new ClaimDays(since, submitted, date, days, businessDays, count);
    }

    /** Adds to each count and day the values that go together with those of the others, so that no limit is out of reach. */
    static void complete(SortedMap<String, List<Object>> values) {
        SortedSet<Object> inStatus = sorted(values, IN_STATUS);
        SortedSet<Object> business = sorted(values, BUSINESS_IN_STATUS);
        business.forEach(count -> inStatus.add(daysOf((Integer) count)));
        sorted(values, IN_STATUS).forEach(count -> business.add(businessDaysOf((Integer) count)));
        SortedSet<Object> submission = sorted(values, SINCE_SUBMISSION);
        submission.addAll(business);
        values.computeIfPresent(SINCE_SUBMISSION, (property, old) -> List.copyOf(submission));
        values.computeIfPresent(BUSINESS_IN_STATUS, (property, old) -> List.copyOf(business));
        if (values.containsKey(SUBMITTED) && values.containsKey(SINCE_SUBMISSION)) {
            submission.forEach(count -> inStatus.add(daysOf((Integer) count)));
            values.put(IN_STATUS, List.copyOf(inStatus));
        }
        values.computeIfPresent(IN_STATUS, (property, old) -> List.copyOf(inStatus));
        completeDates(values, inStatus);
    }

    private static void completeDates(SortedMap<String, List<Object>> values, SortedSet<Object> inStatus) {
        SortedSet<Object> since = sorted(values, SINCE);
        if (values.containsKey(SUBMITTED)) {
            since.addAll(values.getOrDefault(SUBMITTED, List.of()));
            values.put(SINCE, List.copyOf(since));
        }
        if (values.containsKey(DATE) && values.containsKey(SINCE)) {
            // The count of days follows from the two.
            values.getOrDefault(DATE, List.of())
                    .forEach(date -> inStatus.forEach(days -> since.add(((LocalDate) date).minusDays((Integer) days))));
            values.put(SINCE, List.copyOf(since));
            values.remove(IN_STATUS);
        }
    }

    private static SortedSet<Object> sorted(SortedMap<String, List<Object>> values, String property) {
        return new TreeSet<>(values.getOrDefault(property, List.of()));
    }

    private static boolean goTogether(int days, int businessDays) {
        return businessDays <= days && days <= 2 * businessDays + HOLIDAYS;
    }

    private static int daysOf(int businessDays) {
        return businessDays + 2 * (businessDays / 5);
    }

    private static int businessDaysOf(int days) {
        return 5 * (days / 7) + Math.min(days % 7, 4);
    }

    private static int daysBetween(LocalDate since, LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(since, date));
    }
}
