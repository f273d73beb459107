package dev.cpor.account;

import dev.cpor.domain.Consent;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.util.Collection;
import java.util.stream.Collectors;

/** What reasons and statuses mean, in words that a partner understands: the one place where they are written down. */
final class PartnerWords {
    private PartnerWords() {}

    /** Returns what a reason means, as one sentence or two. */
    static String of(ReasonCode reason) {
        return switch (reason) {
            case MISSING_ALL_POE -> "There is no proof of execution that concerns the claim.";
            case MISSING_CUSTOMER_ACKNOWLEDGMENT -> "The proof of execution is not signed by the customer.";
            case MISSING_OR_OLD_DATES -> "Dates on the proof of execution are missing, or too old for the claim.";
            case MISSING_PARTNER_SOLUTION -> "The proof of execution does not describe well enough what you did.";
            case MISSING_PRODUCTS -> "A claimed product or workload is not in the proof of execution.";
            case PARTNER_REQUEST -> "You asked for the claim to be withdrawn.";
            case CUSTOMER_DECLINED -> "The customer declined the association with you.";
            case INSUFFICIENT_POE -> "The proof of execution does not show that you did the work.";
            case MISSING_CUSTOMER_CONSENT -> "The customer's consent is missing.";
            case NO_PARTNER_RESPONSE ->
                "The reviewer's question was not answered, and the claim not submitted again, in time.";
            case POE_UNAVAILABLE -> "The proof of execution could not be opened or read.";
            case REVIEW_START_OVERDUE -> "The review should have started by now; there is nothing for you to do.";
            case REVIEW_DECISION_OVERDUE -> "The review should be decided by now; there is nothing for you to do.";
            case DECISION_TARGET_MISSED ->
                "The review takes longer than it should since the first submission; there is nothing for you to do.";
            case PARTNER_RESPONSE_DUE -> "The reviewer waits for your answer; without one the claim is rejected soon.";
            case PAYOUT_PROFILE_INVALID -> "Your payout profile is not valid; the claim is assessed as soon as it is.";
            case NO_EXCHANGE_RATE ->
                "There is no recent exchange rate for a currency of the claim; it is assessed as soon as there is one.";
            case RECOGNITION_ONLY -> "A revenue association is recognised, but earns no incentive.";
            case PARTNER_NOT_ENROLLED -> "You are not enrolled in the claim's program.";
            case NO_DESIGNATION -> "You have no designation for the solution area of this product or workload.";
            case CHANNEL_NOT_ELIGIBLE -> "What was bought through a cloud solution provider does not earn.";
            case SUBSCRIPTION_NOT_ACTIVE -> "The subscription is neither active nor in its grace period.";
            case BELOW_MINIMUM_SEATS -> "The workload has fewer seats than the program asks for.";
            case NO_RATE -> "The rate card has no rate for this product or workload.";
            case NOTHING_TO_EARN -> "The rate gives an amount of zero.";
            case CORRECTION -> "An earlier payment was not right.";
        };
    }

    static String of(Collection<ReasonCode> reasons) {
        return reasons.stream().sorted().map(PartnerWords::of).collect(Collectors.joining(" "));
    }

    /** Returns what an open claim waits for. */
    static String of(Status status, Consent consent) {
        return switch (status) {
            case EDITING -> "The claim is not submitted yet.";
            case SUBMITTED -> "Submitted; the review has not started yet.";
            case UNDER_REVIEW -> "The reviewer examines the proof of execution.";
            case PARTNER_ACTION_REQUIRED ->
                "The reviewer waits for your answer: complete the claim and submit it again.";
            case APPROVED ->
                switch (consent) {
                    case DECLINED -> "Approved, but the customer declined.";
                    case NONE, PENDING -> "Approved; the customer may still decline.";
                    case ELAPSED -> "Approved; the assessment of what it earns waits.";
                };
            case REJECTED -> "The claim is rejected.";
        };
    }
}
