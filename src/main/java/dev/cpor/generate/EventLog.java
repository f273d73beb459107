package dev.cpor.generate;

import dev.cpor.domain.ActorRole;
import dev.cpor.domain.EditedField;
import dev.cpor.domain.EventType;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.WithdrawalDetail;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes what happens to one claim, one event after the other; each is later than the one before. */
final class EventLog {
    private static final HexFormat HEX = HexFormat.of();
    private static final int EARLIEST = 7 * 3600;
    private static final int LATEST_START = 15 * 3600;
    private static final int LATEST = 23 * 3600;

    private final Feeds feeds;
    private final Timeline timeline;
    private final ClaimSheet claim;
    private final Dice dice;
    private long day;
    private int second;
    private int events;

    EventLog(Feeds feeds, Timeline timeline, ClaimSheet claim, Dice dice, long day) {
        this.feeds = feeds;
        this.timeline = timeline;
        this.claim = claim;
        this.dice = dice;
        this.day = day;
        this.second = dice.between(EARLIEST, LATEST_START);
    }

    /** Returns the present instant as the feeds write it. */
    String now() {
        return timeline.instant(day, second);
    }

    /** Returns the present period. */
    String period() {
        return timeline.period(day);
    }

    /** Moves on by some minutes. */
    EventLog soon() {
        second = Math.min(second + dice.between(60, 1200), LATEST + events);
        return this;
    }

    /** Moves on by working days, or by minutes for 0; says whether that is not after the last day. */
    boolean later(int workingDays) {
        return goTo(WorkingDays.after(day, workingDays));
    }

    /** Moves on by calendar days; says whether that is not after the last day. */
    boolean laterByDays(int days) {
        return goTo(day + days);
    }

    /** Moves on to a day, or by minutes if it is the present one; says whether that is not after the last day. */
    boolean goTo(long next) {
        if (!timeline.includes(next)) {
            return false;
        }
        if (next == day) {
            soon();
        } else {
            day = next;
            second = dice.between(EARLIEST, LATEST_START);
        }
        return true;
    }

    void edited(EditedField field, String value) {
        byPartner(EventType.CLAIM_EDITED, null, field.feedName(), value, null, null, null);
        if (field == EditedField.MPN_ID) {
            claim.mpnId = value;
        } else if (field == EditedField.REMOVE_LINE) {
            claim.lines.remove(Integer.valueOf(value));
        }
    }

    void uploaded(String documentName) {
        StringBuilder sha256 = new StringBuilder(64);
        for (int i = 0; i < 4; i++) {
            sha256.append(HEX.toHexDigits(dice.next()));
        }
        byPartner(EventType.POE_UPLOADED, null, null, null, documentName, sha256.toString(), null);
    }

    void submitted() {
        byPartner(EventType.CLAIM_SUBMITTED, null, null, null, null, null, null);
    }

    void withdrawn(WithdrawalDetail detail) {
        byPartner(EventType.CLAIM_WITHDRAWN, detail.name(), null, null, null, null, null);
    }

    void commentedByPartner(String comment) {
        byPartner(EventType.COMMENTED, null, null, null, null, null, comment);
    }

    void commentedByReviewer(String comment) {
        byReviewer(EventType.COMMENTED, null, comment);
    }

    void reviewStarted() {
        byReviewer(EventType.REVIEW_STARTED, null, null);
    }

    /** @param reasons one or more, with {@code ;} between them */
    void informationRequested(String reasons, String comment) {
        byReviewer(EventType.INFORMATION_REQUESTED, reasons, comment);
    }

    void approved() {
        byReviewer(EventType.CLAIM_APPROVED, null, null);
    }

    void rejected(ReasonCode reason, @Nullable String comment) {
        byReviewer(EventType.CLAIM_REJECTED, reason.name(), comment);
    }

    void declined() {
        String actor = claim.customerActor();
        row(EventType.CONSENT_DECLINED, ActorRole.CUSTOMER, actor, null, null, null, null, null, null, null);
    }

    /** Opens the dispute of a rejection, agreeing with the claim as it stands now. */
    void disputed(String details) {
        feeds.row(
                Feed.DISPUTES,
                period(),
                "DSP-" + claim.number,
                claim.claimId(),
                now(),
                claim.mpnId,
                claim.program.name(),
                String.join(";", claim.lines.values()),
                claim.tenantId,
                details);
    }

    void disputeClosed(boolean upheld, String comment) {
        EventType type = upheld ? EventType.DISPUTE_UPHELD : EventType.DISPUTE_DENIED;
        row(type, ActorRole.SUPPORT, "support-" + dice.between(1, 9), null, null, null, null, null, null, comment);
    }

    private void byPartner(EventType type, @Nullable String detail, @Nullable String... fieldToComment) {
        String[] rest = fieldToComment;
        String actor = claim.partnerActor();
        row(type, ActorRole.PARTNER, actor, null, detail, rest[0], rest[1], rest[2], rest[3], rest[4]);
    }

    private void byReviewer(EventType type, @Nullable String reason, @Nullable String comment) {
        String actor = "reviewer-" + dice.between(10, 49);
        row(type, ActorRole.REVIEWER, actor, reason, null, null, null, null, null, comment);
    }

    private void row(EventType type, ActorRole role, String actor, @Nullable String... reasonToComment) {
        @Nullable String[] values = new @Nullable String[6 + reasonToComment.length];
        events++;
        values[0] = "EVT-" + claim.number + "-" + events;
        values[1] = claim.claimId();
        values[2] = now();
        values[3] = type.name();
        values[4] = role.name();
        values[5] = actor;
        System.arraycopy(reasonToComment, 0, values, 6, reasonToComment.length);
        feeds.row(Feed.EVENTS, period(), values);
        soon();
    }
}
