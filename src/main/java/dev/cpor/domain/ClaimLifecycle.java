package dev.cpor.domain;

import static dev.cpor.domain.Outcome.refused;

import dev.cpor.domain.Outcome.Applied;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says which event is legal where, and what it does to a claim: a pure fold of feed rows over a claim.
 *
 * <p>Legality depends on the claim at that turn alone; deadlines are the rules' business, not checked here.
 */
public final class ClaimLifecycle {
    /** How long after a rejection a dispute may be opened, in calendar days. */
    static final int DISPUTE_DAYS = 30;

    private static final Set<Status> NEW_LINES_TAKEN_IN =
            Set.of(Status.EDITING, Status.SUBMITTED, Status.PARTNER_ACTION_REQUIRED);

    private final KnownParties known;

    /** @param known the partners and customers that rows may name */
    public ClaimLifecycle(KnownParties known) {
        this.known = known;
    }

    /** Creates a claim in {@code EDITING}, or says why it cannot be created. */
    public Outcome create(NewClaim row) {
        if (!known.isPartner(row.mpnId())) {
            return refused(
                    RejectCode.UNKNOWN_PARTNER,
                    "The mpn_id %s is of no partner that a partners file has named; send the partner first.",
                    row.mpnId());
        }
        if (!known.isCustomer(row.tenantId())) {
            return refused(
                    RejectCode.UNKNOWN_CUSTOMER,
                    "The tenant_id %s is of no customer that a customers file has named; send the customer first.",
                    row.tenantId());
        }
        return new Applied(Claim.createdBy(row));
    }

    /** Inserts or updates a claim line; adds no history row. */
    public Outcome takeLine(Claim claim, ClaimLine line) {
        if (claim.removedLines().contains(line.lineNo())) {
            return refused(
                    RejectCode.LINE_REMOVED,
                    "Line %d of claim %s was removed and stays removed; use another line number.",
                    line.lineNo(),
                    claim.claimId());
        }
        if (!claim.lines().containsKey(line.lineNo()) && !NEW_LINES_TAKEN_IN.contains(claim.status())) {
            return refused(
                    RejectCode.STATUS_NOT_ALLOWED,
                    "Claim %s is %s and takes no new line; only its existing lines can be updated.",
                    claim.claimId(),
                    claim.status());
        }
        Claim.Draft draft = claim.draft();
        draft.putLine(line);
        return new Applied(draft.withoutHistoryRow());
    }

    /** Opens a dispute of a rejected claim; what it says must agree with the claim as it stands now. */
    public Outcome open(Claim claim, Dispute dispute) {
        if (claim.status() != Status.REJECTED) {
            return refused(
                    RejectCode.STATUS_NOT_ALLOWED,
                    "Claim %s is %s; only a REJECTED claim can be disputed.",
                    claim.claimId(),
                    claim.status());
        }
        if (claim.disputeId() != null) {
            return refused(
                    RejectCode.DISPUTED_BEFORE,
                    "Claim %s was disputed before, as %s; a claim can be disputed once.",
                    claim.claimId(),
                    claim.disputeId());
        }
        int days = BusinessCalendar.daysBetween(claim.statusSince(), dispute.day());
        if (days > DISPUTE_DAYS) {
            return refused(
                    RejectCode.DISPUTE_TOO_LATE,
                    "The dispute was opened %d days after the rejection of %s; at most %d are allowed.",
                    days,
                    claim.statusSince(),
                    DISPUTE_DAYS);
        }
        String disagreement = disagreement(claim, dispute);
        if (disagreement != null) {
            return refused(
                    RejectCode.DISPUTE_DISAGREES,
                    "The dispute's %s not the claim's; correct it and send the dispute again under the same id.",
                    disagreement);
        }
        Claim.Draft draft = claim.draft();
        draft.disputeId = dispute.disputeId();
        draft.disputeOpen = true;
        return new Applied(draft.withHistoryRow());
    }

    private static @Nullable String disagreement(Claim claim, Dispute dispute) {
        if (!dispute.mpnId().equals(claim.mpnId())) {
            return "mpn_id is";
        }
        if (dispute.program() != claim.program()) {
            return "program is";
        }
        if (!dispute.tenantId().equals(claim.tenantId())) {
            return "tenant_id is";
        }
        return dispute.products().equals(new HashSet<>(claim.lines().values())) ? null : "products are";
    }

    /** Applies an event to a claim. */
    public Outcome apply(Claim claim, ClaimEvent event) {
        if (!event.type().isAllowedIn(claim.status())) {
            return refused(
                    RejectCode.STATUS_NOT_ALLOWED,
                    "Claim %s is %s, in which %s is not allowed.",
                    claim.claimId(),
                    claim.status(),
                    event.type());
        }
        return switch (event.type()) {
            case CLAIM_EDITED -> edit(claim, event);
            case POE_UPLOADED -> {
                Claim.Draft draft = claim.draft();
                draft.hasDocument = true;
                yield applied(draft);
            }
            case CLAIM_SUBMITTED -> submit(claim, event);
            case REVIEW_STARTED -> applied(claim.draft().enter(Status.UNDER_REVIEW, event.day()));
            case INFORMATION_REQUESTED -> applied(claim.draft().enter(Status.PARTNER_ACTION_REQUIRED, event.day()));
            case CLAIM_APPROVED -> applied(claim.draft().enter(Status.APPROVED, event.day()));
            case CLAIM_REJECTED ->
                applied(claim.draft().reject(event.reasons().iterator().next(), null, event.day()));
            case COMMENTED -> applied(claim.draft());
            case CONSENT_DECLINED -> decline(claim);
            case CLAIM_WITHDRAWN -> withdraw(claim, event);
            case DISPUTE_UPHELD, DISPUTE_DENIED -> close(claim, event);
        };
    }

    private Outcome edit(Claim claim, ClaimEvent event) {
        Claim.Draft draft = claim.draft();
        String value = event.value();
        switch (Objects.requireNonNull(event.field())) {
            case CLAIM_NAME -> draft.claimName = Objects.requireNonNull(value);
            case CUSTOMER_CONTACT -> draft.customerContact = value;
            case PARTNER_CONTACT -> draft.partnerContact = value;
            case MPN_ID -> {
                String mpnId = Objects.requireNonNull(value);
                if (!known.isPartner(mpnId)) {
                    return refused(
                            RejectCode.UNKNOWN_PARTNER,
                            "The mpn_id %s is of no partner that a partners file has named; send the partner first.",
                            mpnId);
                }
                draft.mpnId = mpnId;
            }
            case REMOVE_LINE -> {
                int lineNo = Integer.parseInt(Objects.requireNonNull(value));
                if (!claim.lines().containsKey(lineNo)) {
                    return refused(
                            RejectCode.UNKNOWN_LINE, "Claim %s has no line %d to remove.", claim.claimId(), lineNo);
                }
                draft.removeLine(lineNo);
            }
        }
        return applied(draft);
    }

    private static Outcome submit(Claim claim, ClaimEvent event) {
        if (!claim.hasDocument()) {
            return refused(
                    RejectCode.NO_DOCUMENT,
                    "Claim %s has no proof of execution; upload at least one document before submitting it.",
                    claim.claimId());
        }
        if (claim.lines().isEmpty()) {
            return refused(
                    RejectCode.NO_LINE,
                    "Claim %s has no claim line; send at least one before submitting it.",
                    claim.claimId());
        }
        return applied(claim.draft().enter(Status.SUBMITTED, event.day()));
    }

    private static Outcome decline(Claim claim) {
        if (claim.consent() != Consent.PENDING) {
            return refused(
                    RejectCode.CONSENT_NOT_PENDING,
                    "The consent of claim %s is %s, not PENDING; a customer who declines now is a matter for support.",
                    claim.claimId(),
                    claim.consent());
        }
        Claim.Draft draft = claim.draft();
        draft.consent = Consent.DECLINED;
        return applied(draft);
    }

    private static Outcome withdraw(Claim claim, ClaimEvent event) {
        if (claim.incentive() != Incentive.NOT_ASSESSED) {
            return refused(
                    RejectCode.ALREADY_ASSESSED,
                    "Claim %s was handed off and is %s; it can be withdrawn only while it is NOT_ASSESSED.",
                    claim.claimId(),
                    claim.incentive());
        }
        return applied(claim.draft().reject(ReasonCode.PARTNER_REQUEST, event.detail(), event.day()));
    }

    private static Outcome close(Claim claim, ClaimEvent event) {
        if (!claim.disputeOpen()) {
            return refused(
                    RejectCode.NO_OPEN_DISPUTE,
                    "Claim %s has no open dispute that %s could close.",
                    claim.claimId(),
                    event.type());
        }
        Claim.Draft draft = claim.draft();
        draft.disputeOpen = false;
        return applied(
                event.type() == EventType.DISPUTE_UPHELD ? draft.enter(Status.UNDER_REVIEW, event.day()) : draft);
    }

    private static Outcome applied(Claim.Draft draft) {
        return new Applied(draft.withHistoryRow());
    }
}
