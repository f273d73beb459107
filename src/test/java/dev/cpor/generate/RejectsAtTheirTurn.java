package dev.cpor.generate;

import static dev.cpor.generate.RefusedRows.NOVEMBER;

import dev.cpor.domain.RejectCode;

/** Rows whose refusal depends on the claim or on reference rows. */
final class RejectsAtTheirTurn {
    private static final String OCTOBER = "2026-10";

    private final RefusedRows rows;

    RejectsAtTheirTurn(RefusedRows rows) {
        this.rows = rows;
    }

    void write() {
        eventsAtTheirTurn();
        disputes();
    }

    private void eventsAtTheirTurn() {
        String noDocument =
                rows.story("2026-11-10").runs("Teams", 200, 150).claim().claimId();
        rows.event(
                RejectCode.NO_DOCUMENT,
                "submitted without a document",
                noDocument,
                "2026-11-12T10:00:00Z",
                "CLAIM_SUBMITTED|PARTNER|||||||");
        rows.event(
                RejectCode.STATUS_NOT_ALLOWED,
                "a review before it is submitted",
                noDocument,
                "2026-11-12T10:10:00Z",
                "REVIEW_STARTED|REVIEWER|||||||");
        rows.event(
                RejectCode.UNKNOWN_LINE,
                "a line that is not there",
                noDocument,
                "2026-11-12T10:20:00Z",
                "CLAIM_EDITED|PARTNER|||remove_line|7|||");
        rows.event(
                RejectCode.UNKNOWN_PARTNER,
                "moved to a partner that no file has named",
                noDocument,
                "2026-11-12T10:30:00Z",
                "CLAIM_EDITED|PARTNER|||mpn_id|7777777|||");
        Story noLine = rows.story("2026-11-10");
        noLine.on("2026-11-11").uploaded("offer.pdf");
        rows.event(
                RejectCode.NO_LINE,
                "submitted without a line",
                noLine.claim().claimId(),
                "2026-11-12T10:40:00Z",
                "CLAIM_SUBMITTED|PARTNER|||||||");
        rows.event(
                RejectCode.UNKNOWN_CLAIM,
                "a claim that no file has named",
                "CPOR-999999",
                "2026-11-12T10:50:00Z",
                "COMMENTED|PARTNER|||||||Hello?");
        Story declined = rows.story("2026-11-11").runs("Teams", 200, 150).approved("2026-11-12", "2026-11-16");
        declined.on("2026-11-18").declined();
        rows.event(
                RejectCode.CONSENT_NOT_PENDING,
                "declined twice on one day",
                declined.claim().claimId(),
                "2026-11-18T23:30:00Z",
                "CONSENT_DECLINED|CUSTOMER|||||||");
        Story approved = rows.story("2026-11-11").runs("Teams", 200, 150).approved("2026-11-12", "2026-11-16");
        rows.event(
                RejectCode.STATUS_NOT_ALLOWED,
                "an edit after the approval",
                approved.claim().claimId(),
                "2026-11-17T08:00:00Z",
                "CLAIM_EDITED|PARTNER|||claim_name|New|||");
    }

    private void disputes() {
        Story open = rows.story("2026-11-11").runs("Teams", 200, 150).submitted("2026-11-18");
        rows.dispute(
                RejectCode.STATUS_NOT_ALLOWED, "a claim that is not rejected", open, NOVEMBER, "2026-11-19", "Teams");
        Story old = rows.story("2026-10-01").runs("Teams", 200, 150).rejected("2026-10-02", "2026-10-06");
        rows.dispute(
                RejectCode.DISPUTE_TOO_LATE,
                "opened 31 days after the rejection",
                old,
                NOVEMBER,
                "2026-11-06",
                "Teams");
        rows.event(
                RejectCode.NO_OPEN_DISPUTE,
                "no dispute to deny",
                old.claim().claimId(),
                "2026-11-10T08:00:00Z",
                "DISPUTE_DENIED|SUPPORT|||||||");
        Story closed = rows.story("2026-10-05").runs("Teams", 200, 150).rejected("2026-10-06", "2026-10-08");
        closed.on("2026-10-13").disputed("Please look again.");
        closed.on("2026-10-15").disputeClosed(false, "Nothing new was shown.");
        rows.dispute(RejectCode.DISPUTED_BEFORE, "a second dispute", closed, OCTOBER, "2026-10-20", "Teams");
        Story fresh = rows.story("2026-11-02").runs("Teams", 200, 150).rejected("2026-11-03", "2026-11-05");
        rows.dispute(
                RejectCode.DISPUTE_DISAGREES,
                "other products than the claim's",
                fresh,
                NOVEMBER,
                "2026-11-09",
                "Teams;Intune");
        rows.refused(
                RejectCode.UNKNOWN_CLAIM,
                "a dispute of a claim that no file has named",
                Feed.DISPUTES,
                NOVEMBER,
                "DSP-S-9|CPOR-999998|2026-11-09T12:00:00Z|1000102|OSU|Teams|" + Party.MUELLER.tenantId()
                        + "|Please look again.");
        rows.refused(
                RejectCode.DISPUTE_DISAGREES,
                "another partner than the claim's",
                Feed.DISPUTES,
                NOVEMBER,
                "DSP-S-8|" + fresh.claim().claimId() + "|2026-11-10T12:00:00Z|1000103|OSU|Teams|"
                        + Party.MUELLER.tenantId() + "|Please look again.");
    }
}
