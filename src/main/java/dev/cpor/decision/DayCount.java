package dev.cpor.decision;

/** A number of days that rules ask of a claim, and that grows from one business date to the next while the claim stays as it is. */
public enum DayCount {
    DAYS_IN_STATUS("daysInStatus", Since.STATUS, false),
    BUSINESS_DAYS_IN_STATUS("businessDaysInStatus", Since.STATUS, true),
    BUSINESS_DAYS_SINCE_SUBMISSION("businessDaysSinceSubmission", Since.SUBMISSION, true);

    /** The day from which a claim's days are counted. */
    public enum Since {
        /** On which the status was entered. */
        STATUS,
        /** Of the first submission. */
        SUBMISSION
    }

    private final String property;
    private final Since since;
    private final boolean business;

    DayCount(String property, Since since, boolean business) {
        this.property = property;
        this.since = since;
        this.business = business;
    }

    /** Returns its name in rules. */
    public String property() {
        return property;
    }

    Since since() {
        return since;
    }

    boolean isOfBusinessDays() {
        return business;
    }
}
