package dev.cpor.rules.grid;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days of a claim and how they are counted. What was not chosen follows from what was, with five business days in seven; what was
 * chosen has to go together, with some room for public holidays.
 *
 * @param firstSubmitted null for a claim that never was
 */
record ClaimDays(
        LocalDate since,
        @Nullable LocalDate firstSubmitted,
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

    /** The properties that depend on one another. */
    static final Set<String> ALL = Set.of(SINCE, SUBMITTED, DATE, IN_STATUS, BUSINESS_IN_STATUS, SINCE_SUBMISSION);

    /** The properties that change from night to night. */
    static final Set<String> PASSING = Set.of(DATE, IN_STATUS, BUSINESS_IN_STATUS, SINCE_SUBMISSION);

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
        } else if (choice.is(IN_STATUS, Relative.FOLLOWS)
                || (choice.is(SINCE, Relative.FOLLOWS) && choice.is(DATE, Relative.FOLLOWS))) {
            return null;
        } else if (since == null) {
            since = date == null ? MONDAY : date.minusDays(days);
        }
        date = since.plusDays(days);
        int businessDays = business != null ? business : businessDaysOf(days);
        return days < 0 || !goTogether(days, businessDays) ? null : submitted(choice, since, date, days, businessDays);
    }

    private static @Nullable ClaimDays submitted(
            Choice choice, LocalDate since, LocalDate date, int days, int businessDays) {
        Integer chosen = choice.days(SINCE_SUBMISSION);
        if (choice.is(SUBMITTED, Relative.NONE) || choice.is(SINCE_SUBMISSION, Relative.NONE)) {
            return chosen == null || chosen == 0 ? new ClaimDays(since, null, date, days, businessDays, 0) : null;
        }
        LocalDate submitted = choice.day(SUBMITTED);
        if (submitted == null) {
            int count = chosen == null ? businessDays : chosen;
            int before = daysOf(Math.max(0, count - businessDays));
            submitted = since.minusDays(choice.is(SUBMITTED, Relative.EARLIER) ? Math.max(1, before) : before);
            return count < businessDays ? null : new ClaimDays(since, submitted, date, days, businessDays, count);
        }
        int passed = daysBetween(submitted, date);
        int count = chosen == null ? Math.max(businessDays, businessDaysOf(Math.max(0, passed))) : chosen;
        return submitted.isAfter(since) || count < businessDays || !goTogether(passed, count)
                ? null
                : new ClaimDays(since, submitted, date, days, businessDays, count);
    }

    private static boolean goTogether(int days, int businessDays) {
        return businessDays <= days && days <= 2L * businessDays + HOLIDAYS;
    }

    /** Returns how many days hold so many business days. */
    static int daysOf(int businessDays) {
        return Math.toIntExact(Math.min(businessDays + 2L * (businessDays / 5), Integer.MAX_VALUE));
    }

    /** Returns how many business days so many days hold. */
    static int businessDaysOf(int days) {
        return 5 * (days / 7) + Math.min(days % 7, 4);
    }

    private static int daysBetween(LocalDate since, LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(since, date));
    }
}
