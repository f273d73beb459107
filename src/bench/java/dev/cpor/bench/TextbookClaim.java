package dev.cpor.bench;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The claim of the textbook job: a bean with a property for each column, which the rules change. Public for Drools. */
public final class TextbookClaim {
    private long id;
    private int version;
    private String status = "";
    private @Nullable String rejection;
    private String consent = "";
    private String incentive = "";
    private LocalDate statusSince = LocalDate.EPOCH;
    private @Nullable LocalDate firstSubmitted;
    private String notes = "";
    private LocalDate businessDate = LocalDate.EPOCH;
    private int daysInStatus;
    private int businessDaysInStatus;
    private int businessDaysSinceSubmission;
    private @Nullable String kind;
    private @Nullable String reason;
    private @Nullable String ruleName;

    /** Rejects the claim for that reason, by that rule. */
    public void reject(String why, String rule) {
        status = "REJECTED";
        rejection = why;
        statusSince = businessDate;
        notes = "";
        changed("REJECTED", why, rule);
    }

    /** Notes an escalation with that reason, by that rule, unless it was told before. */
    public void escalate(String why, String rule) {
        note("ESCALATED", why, rule);
    }

    /** Notes a reminder with that reason, by that rule, unless it was told before. */
    public void remind(String why, String rule) {
        note("REMINDED", why, rule);
    }

    private void note(String what, String why, String rule) {
        if (!notes.contains(why)) {
            notes = notes.isEmpty() ? why : notes.compareTo(why) < 0 ? notes + ";" + why : why + ";" + notes;
            changed(what, why, rule);
        }
    }

    private void changed(String what, String why, String rule) {
        kind = what;
        reason = why;
        ruleName = rule;
        version++;
    }

    /** Tells the claim how long it has stood. */
    void count(LocalDate date, int days, int businessDays, int sinceSubmission) {
        businessDate = date;
        daysInStatus = days;
        businessDaysInStatus = businessDays;
        businessDaysSinceSubmission = sinceSubmission;
    }

    /** Says whether a rule changed it. */
    boolean isChanged() {
        return kind != null;
    }

    /** Returns the number. */
    public long getId() {
        return id;
    }

    /** Sets the number. */
    public void setId(long id) {
        this.id = id;
    }

    /** Returns the number of its history rows. */
    public int getVersion() {
        return version;
    }

    /** Sets the number of its history rows. */
    public void setVersion(int version) {
        this.version = version;
    }

    /** Returns the status. */
    public String getStatus() {
        return status;
    }

    /** Sets the status. */
    public void setStatus(String status) {
        this.status = status;
    }

    /** Returns why it is rejected. */
    public @Nullable String getRejection() {
        return rejection;
    }

    /** Returns what the customer said. */
    public String getConsent() {
        return consent;
    }

    /** Sets what the customer said. */
    public void setConsent(String consent) {
        this.consent = consent;
    }

    /** Returns what was assessed. */
    public String getIncentive() {
        return incentive;
    }

    /** Sets what was assessed. */
    public void setIncentive(String incentive) {
        this.incentive = incentive;
    }

    /** Returns the day on which it entered its status. */
    public LocalDate getStatusSince() {
        return statusSince;
    }

    /** Sets the day on which it entered its status. */
    public void setStatusSince(LocalDate statusSince) {
        this.statusSince = statusSince;
    }

    /** Returns the day of its first submission. */
    public @Nullable LocalDate getFirstSubmitted() {
        return firstSubmitted;
    }

    /** Sets the day of its first submission. */
    public void setFirstSubmitted(@Nullable LocalDate firstSubmitted) {
        this.firstSubmitted = firstSubmitted;
    }

    /** Returns what was told during the stay, separated by ;. */
    public String getNotes() {
        return notes;
    }

    /** Sets what was told during the stay, separated by ;. */
    public void setNotes(String notes) {
        this.notes = notes;
    }

    /** Returns the day that the night closes. */
    public LocalDate getBusinessDate() {
        return businessDate;
    }

    /** Returns the days in the status. */
    public int getDaysInStatus() {
        return daysInStatus;
    }

    /** Returns the business days in the status. */
    public int getBusinessDaysInStatus() {
        return businessDaysInStatus;
    }

    /** Returns the business days since the first submission. */
    public int getBusinessDaysSinceSubmission() {
        return businessDaysSinceSubmission;
    }

    /** Returns what a rule did to it. */
    public @Nullable String getKind() {
        return kind;
    }

    /** Returns the reason of that. */
    public @Nullable String getReason() {
        return reason;
    }

    /** Returns the rule that did it. */
    public @Nullable String getRuleName() {
        return ruleName;
    }
}
