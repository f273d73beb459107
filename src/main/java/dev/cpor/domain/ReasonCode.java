package dev.cpor.domain;

import static dev.cpor.domain.ReasonCode.Use.CLAIM_INELIGIBLE;
import static dev.cpor.domain.ReasonCode.Use.ESCALATION;
import static dev.cpor.domain.ReasonCode.Use.HOLD;
import static dev.cpor.domain.ReasonCode.Use.INFORMATION_REQUEST;
import static dev.cpor.domain.ReasonCode.Use.LINE_INELIGIBLE;
import static dev.cpor.domain.ReasonCode.Use.REJECTION;
import static dev.cpor.domain.ReasonCode.Use.REMINDER;
import static dev.cpor.domain.ReasonCode.Use.REVERSAL;

import java.util.EnumSet;
import java.util.Set;

/** Every reason that a change of a claim can have, and for which kinds of change it may be given. */
public enum ReasonCode {
    MISSING_ALL_POE(INFORMATION_REQUEST),
    MISSING_CUSTOMER_ACKNOWLEDGMENT(INFORMATION_REQUEST),
    MISSING_OR_OLD_DATES(INFORMATION_REQUEST),
    MISSING_PARTNER_SOLUTION(INFORMATION_REQUEST),
    MISSING_PRODUCTS(INFORMATION_REQUEST, REJECTION),

    PARTNER_REQUEST(REJECTION),
    CUSTOMER_DECLINED(REJECTION),
    INSUFFICIENT_POE(REJECTION),
    MISSING_CUSTOMER_CONSENT(REJECTION),
    NO_PARTNER_RESPONSE(REJECTION),
    POE_UNAVAILABLE(REJECTION),

    CORRECTION(REVERSAL),

    REVIEW_START_OVERDUE(ESCALATION),
    REVIEW_DECISION_OVERDUE(ESCALATION),
    DECISION_TARGET_MISSED(ESCALATION),

    PARTNER_RESPONSE_DUE(REMINDER),

    PAYOUT_PROFILE_INVALID(HOLD),
    NO_EXCHANGE_RATE(HOLD),

    RECOGNITION_ONLY(CLAIM_INELIGIBLE),
    PARTNER_NOT_ENROLLED(CLAIM_INELIGIBLE),

    NO_DESIGNATION(LINE_INELIGIBLE),
    CHANNEL_NOT_ELIGIBLE(LINE_INELIGIBLE),
    SUBSCRIPTION_NOT_ACTIVE(LINE_INELIGIBLE),
    BELOW_MINIMUM_SEATS(LINE_INELIGIBLE),
    NO_RATE(LINE_INELIGIBLE),
    NOTHING_TO_EARN(LINE_INELIGIBLE);

    /** The kinds of change that carry a reason. */
    public enum Use {
        INFORMATION_REQUEST,
        REJECTION,
        ESCALATION,
        REMINDER,
        HOLD,
        CLAIM_INELIGIBLE,
        LINE_INELIGIBLE,
        REVERSAL;

        private boolean leavesNothingToPay() {
            return this == REJECTION || this == CLAIM_INELIGIBLE || this == LINE_INELIGIBLE;
        }
    }

    private final Set<Use> uses;

    ReasonCode(Use first, Use... others) {
        this.uses = EnumSet.of(first, others);
    }

    /**
     * Says whether this reason may be given for that kind of change. An earning may be taken back for whatever says that its
     * claim or line cannot stand.
     */
    public boolean isFor(Use use) {
        return uses.contains(use) || (use == REVERSAL && uses.stream().anyMatch(Use::leavesNothingToPay));
    }
}
