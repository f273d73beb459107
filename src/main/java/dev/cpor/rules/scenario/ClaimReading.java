package dev.cpor.rules.scenario;

import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.Status;
import dev.cpor.rules.evaluate.DayCounts;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the claim of a case. A case without status and consent is one in incentive assessment. What a case says about days
 * is taken as it is; what it leaves open is worked out with the calendar, and a claim of which nothing is said has just
 * entered its status.
 */
final class ClaimReading {
    /** A Friday, and a day on which the sample data ends. */
    private static final LocalDate USUAL_DATE = LocalDate.of(2026, 11, 20);

    private final Values values;
    private final BusinessCalendar calendar;
    private final LocalDate businessDate;
    private final LocalDate statusSince;
    private final @Nullable LocalDate firstSubmitted;
    private final DayCounts days;

    ClaimReading(Values values, BusinessCalendar calendar) {
        this.values = values;
        this.calendar = calendar;
        this.businessDate = Objects.requireNonNullElse(values.day(Column.BUSINESS_DATE), USUAL_DATE);
        Integer inStatus = values.days(Column.DAYS_IN_STATUS);
        Integer business = values.days(Column.BUSINESS_DAYS_IN_STATUS);
        Integer sinceSubmission = values.days(Column.BUSINESS_DAYS_SINCE_SUBMISSION);
        this.statusSince = statusSince(values.day(Column.STATUS_SINCE), inStatus, business);
        this.firstSubmitted = firstSubmitted(sinceSubmission);
        int counted = calendar.businessDaysBetween(statusSince, businessDate);
        int businessDays = business != null ? business : counted;
        this.days = new DayCounts(
                BusinessCalendar.daysBetween(statusSince, businessDate),
                businessDays,
                sinceSubmission != null ? sinceSubmission : sinceSubmission(businessDays));
        if (values.has(Column.STATUS_SINCE) || values.has(Column.DAYS_IN_STATUS)) {
            checkCount(Column.BUSINESS_DAYS_IN_STATUS, business, statusSince);
        }
        if (firstSubmitted != null && values.has(Column.FIRST_SUBMITTED)) {
            checkCount(Column.BUSINESS_DAYS_SINCE_SUBMISSION, sinceSubmission, firstSubmitted);
        }
    }

    /** Fewer business days than the calendar has are taken for holidays of its own; more of them than days cannot be. */
    private void checkCount(Column column, @Nullable Integer count, LocalDate from) {
        int passed = BusinessCalendar.daysBetween(from, businessDate);
        if (count != null && count > passed) {
            values.wrong(
                    column,
                    "from %s to the business date %s there are %d days, so they cannot hold %d business days; write fewer, or leave one of the two empty"
                            .formatted(from, businessDate, passed, count));
        }
    }

    LocalDate businessDate() {
        return businessDate;
    }

    DayCounts days() {
        return days;
    }

    /** @param name stands for the claim ID where the case gives none, so that messages name the case */
    OpenClaim claim(String name) {
        Status status = values.constant(Column.STATUS, Status.class, Status.APPROVED);
        if (status == Status.EDITING || status == Status.REJECTED) {
            values.wrong(
                    Column.STATUS,
                    "no night asks the rules about a claim in %s; write %s, %s, %s or %s"
                            .formatted(
                                    status,
                                    Status.SUBMITTED,
                                    Status.UNDER_REVIEW,
                                    Status.PARTNER_ACTION_REQUIRED,
                                    Status.APPROVED));
        }
        Consent usual = values.has(Column.STATUS)
                ? status == Status.APPROVED ? Consent.PENDING : Consent.NONE
                : Consent.ELAPSED;
        Consent consent = values.constant(Column.CONSENT, Consent.class, usual);
        if ((status == Status.APPROVED) == (consent == Consent.NONE)) {
            values.wrong(
                    Column.CONSENT,
                    "a claim in %s never has %s; %s"
                            .formatted(
                                    status,
                                    consent,
                                    status == Status.APPROVED
                                            ? "write PENDING, DECLINED or ELAPSED"
                                            : "leave it empty"));
        }
        return new OpenClaim(
                1,
                values.text(Column.CLAIM_ID, name),
                1,
                values.text(Column.MPN_ID, "Any partner"),
                values.text(Column.TENANT_ID, "Any customer"),
                values.constant(Column.PROGRAM, Program.class, Program.OSU),
                values.constant(Column.ACTIVITY, Activity.class, Activity.USAGE),
                status,
                consent,
                Incentive.NOT_ASSESSED,
                statusSince,
                firstSubmitted,
                Set.of());
    }

    private LocalDate statusSince(@Nullable LocalDate given, @Nullable Integer inStatus, @Nullable Integer business) {
        if (given != null) {
            if (given.isAfter(businessDate)) {
                values.wrong(
                        Column.STATUS_SINCE,
                        "it is after the business date %s; write an earlier day".formatted(businessDate));
                return businessDate;
            }
            if (inStatus != null && !given.plusDays(inStatus).equals(businessDate)) {
                values.wrong(
                        Column.DAYS_IN_STATUS,
                        "from status_since %s to the business date %s it is %d days, not %d; leave one of the two empty"
                                .formatted(
                                        given,
                                        businessDate,
                                        BusinessCalendar.daysBetween(given, businessDate),
                                        inStatus));
            }
            return given;
        }
        if (inStatus != null) {
            return known(Column.DAYS_IN_STATUS, businessDate.minusDays(inStatus));
        }
        return business != null ? businessDaysAgo(Column.BUSINESS_DAYS_IN_STATUS, business) : businessDate;
    }

    private @Nullable LocalDate firstSubmitted(@Nullable Integer sinceSubmission) {
        if (values.isNone(Column.FIRST_SUBMITTED)) {
            return null;
        }
        LocalDate given = values.day(Column.FIRST_SUBMITTED);
        if (given != null) {
            if (given.isAfter(businessDate)) {
                values.wrong(
                        Column.FIRST_SUBMITTED,
                        "it is after the business date %s; write an earlier day".formatted(businessDate));
                return businessDate;
            }
            return given;
        }
        return sinceSubmission == null
                ? statusSince
                : businessDaysAgo(Column.BUSINESS_DAYS_SINCE_SUBMISSION, sinceSubmission);
    }

    private int sinceSubmission(int businessDays) {
        if (firstSubmitted == null) {
            return 0;
        }
        return firstSubmitted.equals(statusSince)
                ? businessDays
                : calendar.businessDaysBetween(firstSubmitted, businessDate);
    }

    /** Returns the latest day since which so many business days have passed; a business day, as most claims move on one. */
    private LocalDate businessDaysAgo(Column column, int count) {
        LocalDate day = businessDate;
        while (calendar.answersFor(day)
                && count > 0
                && (calendar.businessDaysBetween(day, businessDate) < count || !calendar.isBusinessDay(day))) {
            day = day.minusDays(1);
        }
        return known(column, day);
    }

    private LocalDate known(Column column, LocalDate day) {
        if (calendar.answersFor(day)) {
            return day;
        }
        values.wrong(
                column,
                "the calendar does not answer for %s; write fewer days, or a later business_date".formatted(day));
        return businessDate;
    }
}
