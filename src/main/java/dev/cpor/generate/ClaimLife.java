package dev.cpor.generate;

import dev.cpor.domain.EditedField;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.domain.WithdrawalDetail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a claim live, from its creation until something final happens, nobody acts any more, or the last day is reached.
 *
 * <p>Every event is legal whether a night is run for every day or one for all of them: nobody acts on a claim that a
 * night might have changed. Partners who are asked answer within five working days or never, customers decline within
 * the consent window, and only rejections by a reviewer or by the partner's own wish are disputed.
 */
final class ClaimLife {
    private static final int RESPONSE_DAYS = 5;
    private static final int CONSENT_DAYS = 7;
    private static final int LATEST_DISPUTE = 18;
    private static final int MOST_REQUESTS = 3;

    private static final List<String> REQUEST_REASONS = List.of(
            "MISSING_ALL_POE",
            "MISSING_CUSTOMER_ACKNOWLEDGMENT",
            "MISSING_OR_OLD_DATES",
            "MISSING_PARTNER_SOLUTION",
            "MISSING_PRODUCTS",
            "MISSING_CUSTOMER_ACKNOWLEDGMENT;MISSING_OR_OLD_DATES");
    private static final List<ReasonCode> REJECTION_REASONS = List.of(
            ReasonCode.INSUFFICIENT_POE,
            ReasonCode.INSUFFICIENT_POE,
            ReasonCode.MISSING_CUSTOMER_CONSENT,
            ReasonCode.MISSING_PRODUCTS,
            ReasonCode.POE_UNAVAILABLE);
    private static final List<WithdrawalDetail> WITHDRAWALS = List.of(WithdrawalDetail.values());

    private final ClaimSheet claim;
    private final EventLog log;
    private final Dice dice;
    private final String otherMpnId;
    private int requests;
    private boolean disputed;
    private boolean withdrawn;

    /** @param otherMpnId a known partner that the claim may be moved to */
    ClaimLife(ClaimSheet claim, EventLog log, Dice dice, String otherMpnId) {
        this.claim = claim;
        this.log = log;
        this.dice = dice;
        this.otherMpnId = otherMpnId;
    }

    void live() {
        @Nullable Status status = Status.EDITING;
        while (status != null) {
            status = switch (status) {
                case EDITING -> prepare();
                case SUBMITTED -> awaitReview();
                case UNDER_REVIEW -> review();
                case PARTNER_ACTION_REQUIRED -> answer();
                case APPROVED -> awaitConsent();
                case REJECTED -> dispute();
            };
        }
    }

    private @Nullable Status prepare() {
        if (dice.happens(50) || !log.later(dice.between(0, 2))) {
            return null;
        }
        log.uploaded(dice.oneOf(Wording.DOCUMENTS));
        if (dice.happens(80)) {
            log.edited(EditedField.CUSTOMER_CONTACT, "projects@c" + claim.tenantId.substring(0, 8) + ".example");
        }
        if (dice.happens(15)) {
            log.edited(EditedField.MPN_ID, otherMpnId);
        }
        if (!log.later(dice.between(0, 3))) {
            return null;
        }
        if (dice.happens(20)) {
            return withdraw();
        }
        if (dice.happens(250)) {
            log.uploaded(dice.oneOf(Wording.DOCUMENTS));
        }
        log.submitted();
        return Status.SUBMITTED;
    }

    private @Nullable Status awaitReview() {
        int delay = dice.happens(850) ? dice.between(1, 3) : dice.between(4, 8);
        if (dice.happens(10) || !log.later(delay)) {
            return null;
        }
        if (dice.happens(20)) {
            return withdraw();
        }
        if (dice.happens(50)) {
            log.uploaded(dice.oneOf(Wording.DOCUMENTS));
        }
        log.reviewStarted();
        return Status.UNDER_REVIEW;
    }

    private @Nullable Status review() {
        int delay = dice.happens(850) ? dice.between(1, 3) : dice.between(4, 9);
        if (dice.happens(10) || !log.later(delay)) {
            return null;
        }
        if (dice.happens(60)) {
            log.commentedByReviewer(dice.oneOf(Wording.REMARKS));
        }
        int outcome = dice.between(0, 99);
        if (outcome < 22 && requests < MOST_REQUESTS) {
            requests++;
            log.informationRequested(dice.oneOf(REQUEST_REASONS), dice.oneOf(Wording.REQUESTS));
            return Status.PARTNER_ACTION_REQUIRED;
        }
        if (outcome < 31) {
            log.rejected(dice.oneOf(REJECTION_REASONS), dice.oneOf(Wording.REFUSALS));
            return Status.REJECTED;
        }
        if (outcome < 32) {
            return withdraw();
        }
        log.approved();
        return Status.APPROVED;
    }

    private @Nullable Status answer() {
        if (dice.happens(220) || !log.later(dice.between(1, RESPONSE_DAYS))) {
            return null;
        }
        if (dice.happens(50)) {
            return withdraw();
        }
        if (claim.lines.size() > 1 && dice.happens(150)) {
            log.edited(EditedField.REMOVE_LINE, claim.lines.lastKey().toString());
        }
        log.uploaded(dice.oneOf(Wording.DOCUMENTS));
        if (dice.happens(500)) {
            log.commentedByPartner(dice.oneOf(Wording.ANSWERS));
        }
        log.submitted();
        return Status.SUBMITTED;
    }

    private @Nullable Status awaitConsent() {
        if (dice.happens(950) || !log.laterByDays(dice.between(1, CONSENT_DAYS))) {
            return null;
        }
        if (dice.happens(300)) {
            log.commentedByPartner(dice.oneOf(Wording.REMARKS));
            return null;
        }
        if (dice.happens(300)) {
            return withdraw();
        }
        log.declined();
        return null;
    }

    private @Nullable Status dispute() {
        if (disputed || !dice.happens(withdrawn ? 20 : 300) || !log.later(dice.between(1, LATEST_DISPUTE))) {
            return null;
        }
        disputed = true;
        log.disputed(dice.oneOf(Wording.DISPUTES));
        if (!log.later(dice.between(2, 8))) {
            return null;
        }
        boolean upheld = dice.happens(400);
        log.disputeClosed(upheld, upheld ? "The second document has what was missing." : "Nothing new was shown.");
        return upheld ? Status.UNDER_REVIEW : null;
    }

    private Status withdraw() {
        withdrawn = true;
        log.withdrawn(dice.oneOf(WITHDRAWALS));
        return Status.REJECTED;
    }
}
