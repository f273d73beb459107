package dev.cpor.reference;

import java.time.LocalDate;
import java.util.List;

/** One night of one open claim: deadlines, then assessment. */
final class ReferenceLifecycle {

    private static final int REVIEW_START_LIMIT = 5;
    private static final int REVIEW_DECISION_LIMIT = 5;
    private static final int DECISION_TARGET = 10;
    private static final int PARTNER_REMINDER = 3;
    private static final int LAST_REMINDER = 5;

    private final ReferenceState state;
    private final ReferenceAssessment assessment;
    private Limits limits = Limits.AS_SHIPPED;

    /**
     * Limits that a test may change.
     *
     * @param partner after how many business days without a response a claim is rejected
     * @param consent after how many days without an objection a claim is handed off
     */
    record Limits(int partner, int consent) {
        static final Limits AS_SHIPPED = new Limits(5, 7);
    }

    ReferenceLifecycle(ReferenceState state, ReferenceRates rates) {
        this.state = state;
        this.assessment = new ReferenceAssessment(state, rates);
    }

    /** Uses other limits from here on. */
    void use(Limits next) {
        limits = next;
    }

    void night(ReferenceClaim claim, LocalDate date) {
        int businessDays = ReferenceCalendar.businessDays(claim.since, date);
        int sinceSubmission =
                claim.firstSubmission == null ? 0 : ReferenceCalendar.businessDays(claim.firstSubmission, date);
        switch (claim.status) {
            case "SUBMITTED" -> {
                if (businessDays > REVIEW_START_LIMIT) {
                    note(claim, "ESCALATION", "REVIEW_START_OVERDUE", date);
                }
                if (sinceSubmission > DECISION_TARGET) {
                    note(claim, "ESCALATION", "DECISION_TARGET_MISSED", date);
                }
            }
            case "UNDER_REVIEW" -> {
                if (businessDays > REVIEW_DECISION_LIMIT) {
                    note(claim, "ESCALATION", "REVIEW_DECISION_OVERDUE", date);
                }
                if (sinceSubmission > DECISION_TARGET) {
                    note(claim, "ESCALATION", "DECISION_TARGET_MISSED", date);
                }
            }
            case "PARTNER_ACTION_REQUIRED" -> {
                if (businessDays > limits.partner()) {
                    reject(claim, "NO_PARTNER_RESPONSE", date);
                } else if (businessDays >= PARTNER_REMINDER && businessDays <= LAST_REMINDER) {
                    note(claim, "REMINDER", "PARTNER_RESPONSE_DUE", date);
                }
            }
            case "APPROVED" -> {
                if (claim.consent.equals("DECLINED")) {
                    reject(claim, "CUSTOMER_DECLINED", date);
                } else if (claim.consent.equals("ELAPSED")
                        || ReferenceCalendar.days(claim.since, date) > limits.consent()) {
                    handOff(claim, date);
                }
            }
            default -> throw new IllegalStateException(claim.id + " is not open");
        }
    }

    private static void note(ReferenceClaim claim, String kind, String reason, LocalDate date) {
        if (claim.isNew(kind, reason)) {
            claim.write(kind, List.of(reason), date, date);
        }
    }

    private static void reject(ReferenceClaim claim, String reason, LocalDate date) {
        claim.reject(reason, date);
        claim.write("REJECTED", List.of(reason), date, date);
    }

    private void handOff(ReferenceClaim claim, LocalDate date) {
        ReferenceAssessment.Result result = assessment.assess(claim, date);
        if (result.conflict()) {
            state.notes(date).quarantined.add(claim.id);
            return;
        }
        boolean elapsesNow = claim.consent.equals("PENDING");
        claim.consent = "ELAPSED";
        if (!result.hold().isEmpty()) {
            // Consent that elapses and the hold are one row, and a first hold is always new to the stay.
            if (claim.isNew("HOLD", result.hold()) || elapsesNow) {
                claim.write("HOLD", List.of(result.hold()), date, date);
            }
            return;
        }
        claim.incentive = result.earnings().isEmpty() ? "INELIGIBLE" : "ELIGIBLE";
        claim.write("HANDED_OFF", result.reasons(), date, date);
        state.earnings.addAll(result.earnings());
    }
}
