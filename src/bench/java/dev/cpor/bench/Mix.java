package dev.cpor.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What kinds of claims there are, and what the night makes of them.
 *
 * <p>All are open, as a night reads no others. A fifth of them change: rejections, escalations and reminders, each with one
 * history row, so that the textbook job's two writers and SQL can say the same. There are no claims that are handed off to
 * incentive assessment: their earnings depend on rate cards, currencies and days of exchange rates, which nobody has ever put
 * into a tutorial or into one statement of SQL, and a comparison without them would be none.
 */
record Mix(LocalDate date, List<Cohort> cohorts) {
    /** A Tuesday without a holiday in the six weeks before it but Columbus Day. */
    static final LocalDate DATE = LocalDate.parse("2026-11-10");

    /** Returns claims of which a fifth change. */
    static Mix aFifthChanges(Deadlines deadlines) {
        LocalDate overdue = deadlines.moreBusinessDaysThan(5).minusDays(2);
        LocalDate soon = deadlines.moreBusinessDaysThan(5).plusDays(1);
        LocalDate late = deadlines.moreBusinessDaysThan(10);
        LocalDate fresh = deadlines.moreBusinessDaysThan(2).plusDays(1);
        int submitted = (int) (overdue.toEpochDay() - late.toEpochDay());
        return new Mix(
                deadlines.date(),
                List.of(
                        // Rejected: the partner stayed silent.
                        new Cohort(80, "PARTNER_ACTION_REQUIRED", "NONE", overdue.minusDays(3), 4, 9, "", 5, true),
                        // Rejected: the customer declined.
                        new Cohort(40, "APPROVED", "DECLINED", deadlines.date().minusDays(7), 7, 9, "", 6, true),
                        // Reminded.
                        new Cohort(30, "PARTNER_ACTION_REQUIRED", "NONE", soon, 1, 9, "", 5, true),
                        // Escalated: the review did not start, brought no decision, or missed the target.
                        new Cohort(20, "SUBMITTED", "NONE", overdue, 3, 0, "", 3, true),
                        new Cohort(20, "UNDER_REVIEW", "NONE", overdue, 3, 1, "", 4, true),
                        new Cohort(
                                10, "UNDER_REVIEW", "NONE", overdue, 1, submitted, "REVIEW_DECISION_OVERDUE", 5, true),
                        // In time, or told already.
                        new Cohort(250, "SUBMITTED", "NONE", soon, 8, 0, "", 3, false),
                        new Cohort(200, "UNDER_REVIEW", "NONE", soon, 8, 1, "", 4, false),
                        new Cohort(50, "UNDER_REVIEW", "NONE", overdue, 1, 1, "REVIEW_DECISION_OVERDUE", 5, false),
                        new Cohort(50, "PARTNER_ACTION_REQUIRED", "NONE", fresh, 4, 9, "", 5, false),
                        new Cohort(50, "PARTNER_ACTION_REQUIRED", "NONE", soon, 1, 9, "PARTNER_RESPONSE_DUE", 6, false),
                        new Cohort(200, "APPROVED", "PENDING", deadlines.date().minusDays(7), 7, 9, "", 6, false)));
    }

    /**
     * Returns claims of which none is due: none has a count that passes, between the night before and this one, a number that a
     * rule compares it with.
     */
    static Mix noneDue() {
        return new Mix(DATE, fresh(1_000));
    }

    /** Returns claims of which 1 percent is due, and rejected: their partners stayed silent until today. */
    static Mix onePercentDue() {
        List<Cohort> cohorts = new ArrayList<>(fresh(990));
        cohorts.add(new Cohort(
                10, "PARTNER_ACTION_REQUIRED", "NONE", DATE.minusDays(8), 1, 9, "PARTNER_RESPONSE_DUE", 6, true));
        return new Mix(DATE, cohorts);
    }

    /** From Wednesday on, or from Friday on where a reminder comes after three business days; a week of consent lasts longer. */
    private static List<Cohort> fresh(int shares) {
        return List.of(
                new Cohort(300, "SUBMITTED", "NONE", DATE.minusDays(5), 5, 0, "", 3, false),
                new Cohort(300, "UNDER_REVIEW", "NONE", DATE.minusDays(5), 5, 1, "", 4, false),
                new Cohort(150, "PARTNER_ACTION_REQUIRED", "NONE", DATE.minusDays(4), 4, 9, "", 5, false),
                new Cohort(shares - 750, "APPROVED", "PENDING", DATE.minusDays(6), 6, 9, "", 6, false));
    }

    /**
     * Returns how many of so many claims the night changes.
     *
     * @param claims a multiple of 1,000
     */
    long changes(long claims) {
        return claims
                / 1000
                * cohorts.stream()
                        .filter(Cohort::changes)
                        .mapToInt(Cohort::share)
                        .sum();
    }
}
