package dev.cpor.generate;

import static dev.cpor.domain.Activity.USAGE;
import static dev.cpor.domain.Program.OSU;

import dev.cpor.domain.RejectCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the sample that are refused, at least one for each code that a row of these two months can have. */
final class SampleRejects {
    /**
     * A row that will be refused.
     *
     * @param values as they are written, empty where there is none
     */
    record Expected(RejectCode code, String why, Feed feed, List<String> values) {}

    static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final String OCTOBER = "2026-10";
    private static final String NOVEMBER = "2026-11";

    final List<Expected> expected = new ArrayList<>();
    private final Feeds feeds;
    private final String period;
    private long number;
    private int events = 1;

    SampleRejects(Feeds feeds, String period, long firstNumber) {
        this.feeds = feeds;
        this.period = period;
        this.number = firstNumber;
    }

    void write() {
        referenceRows();
        claims();
        lines();
        eventsByThemselves();
        eventsAtTheirTurn();
        disputes();
    }

    private void referenceRows() {
        refused(
                RejectCode.MISSING_VALUE,
                "a partner without a name",
                Feed.PARTNERS,
                period,
                "1000901",
                "",
                "DE",
                "EUR",
                "OSU",
                "true",
                "MODERN_WORK");
        refused(
                RejectCode.UNKNOWN_VALUE,
                "a program that does not exist",
                Feed.PARTNERS,
                period,
                "1000902",
                "Elbufer Cloud GmbH",
                "DE",
                "EUR",
                "OSU;OSX",
                "true",
                "MODERN_WORK");
        refused(
                RejectCode.MALFORMED_VALUE,
                "`yes` is not `true`",
                Feed.CUSTOMERS,
                period,
                "5eed0901-4b1d-4c0e-a5a5-0123456789ab",
                "Stadtwerke Weißbach",
                "DE",
                "yes");
        refused(
                RejectCode.WRONG_NUMBER_OF_FIELDS,
                "a comma in a name without quotes makes one field too many",
                Feed.CUSTOMERS,
                period,
                "5eed0902-4b1d-4c0e-a5a5-0123456789ab",
                "Harborview Foods",
                " Inc.",
                "US",
                "false");
        refused(
                RejectCode.MALFORMED_VALUE,
                "a rate with seven decimals",
                Feed.EXCHANGE_RATES,
                period,
                "CHF",
                "2026-11-02",
                "1.1204375");
        refused(
                RejectCode.MALFORMED_VALUE,
                "a decimal comma",
                Feed.EXCHANGE_RATES,
                period,
                "CHF",
                "2026-11-03",
                "1,1204");
    }

    private void claims() {
        Party good = Party.MUELLER;
        claim(
                RejectCode.UNKNOWN_PARTNER,
                "a partner that no file has named",
                "Teams pilot",
                "7777777",
                good.tenantId());
        claim(
                RejectCode.UNKNOWN_CUSTOMER,
                "a customer that no file has named",
                "Teams pilot",
                good.mpnId(),
                "00000000-4b1d-4c0e-a5a5-0123456789ab");
        claim(RejectCode.TOO_LONG, "a name of 201 characters", "x".repeat(201), good.mpnId(), good.tenantId());
        String taken = story("2026-11-09").runs("Teams", 200, 150).claim().claimId();
        refused(
                RejectCode.ID_TAKEN,
                "the ID of another claim",
                Feed.CLAIMS,
                NOVEMBER,
                taken,
                "Another claim",
                good.mpnId(),
                "OSU",
                "USAGE",
                good.tenantId(),
                null,
                null,
                "2026-11-19T16:00:00Z");
    }

    private void claim(RejectCode code, String why, String name, String mpnId, String tenantId) {
        refused(
                code,
                why,
                Feed.CLAIMS,
                NOVEMBER,
                "CPOR-00" + number++,
                name,
                mpnId,
                "OSU",
                "USAGE",
                tenantId,
                null,
                null,
                "2026-11-12T09:30:00+01:00");
    }

    private void lines() {
        String claim = story("2026-11-10").runs("Teams", 200, 150).claim().claimId();
        refused(
                RejectCode.UNEXPECTED_VALUE,
                "a workload on a business application",
                Feed.CLAIM_LINES,
                NOVEMBER,
                claim,
                "2",
                "BUSINESS_APPLICATIONS",
                "Power BI",
                "sub-9001",
                "Teams",
                "DIRECT",
                "ACTIVE",
                "10",
                "8",
                "1200.00",
                "EUR");
        refused(
                RejectCode.MALFORMED_VALUE,
                "a negative amount",
                Feed.CLAIM_LINES,
                NOVEMBER,
                claim,
                "3",
                "MODERN_WORK",
                null,
                null,
                "Intune",
                "DIRECT",
                null,
                "10",
                "8",
                "-1200.00",
                "EUR");
        refused(
                RejectCode.MALFORMED_VALUE,
                "half a seat",
                Feed.CLAIM_LINES,
                NOVEMBER,
                claim,
                "4",
                "MODERN_WORK",
                null,
                null,
                "Intune",
                "DIRECT",
                null,
                "10.5",
                "8",
                "1200.00",
                "EUR");
    }

    private void eventsByThemselves() {
        String claim = story("2026-11-11").runs("Teams", 200, 150).claim().claimId();
        refused(
                RejectCode.WRONG_NUMBER_OF_FIELDS,
                "a record that breaks off",
                Feed.EVENTS,
                NOVEMBER,
                eventId(),
                claim,
                "2026-11-12T08:00:00Z",
                "COMMENTED",
                "PARTNER");
        event(
                RejectCode.MISSING_VALUE,
                "a document without its SHA-256",
                claim,
                "2026-11-12T08:10:00Z",
                "POE_UPLOADED",
                "PARTNER",
                null,
                null,
                null,
                null,
                "offer.pdf",
                null,
                null);
        event(
                RejectCode.MISSING_VALUE,
                "a request that does not say what is missing",
                claim,
                "2026-11-12T08:20:00Z",
                "INFORMATION_REQUESTED",
                "REVIEWER",
                "MISSING_ALL_POE",
                null,
                null,
                null,
                null,
                null,
                null);
        event(
                RejectCode.MALFORMED_VALUE,
                "a day that does not exist",
                claim,
                "2026-11-31T08:30:00Z",
                "COMMENTED",
                "PARTNER",
                null,
                null,
                null,
                null,
                null,
                null,
                "Any news?");
        event(
                RejectCode.MALFORMED_VALUE,
                "an instant without offset",
                claim,
                "2026-11-12T08:40:00",
                "COMMENTED",
                "PARTNER",
                null,
                null,
                null,
                null,
                null,
                null,
                "Any news?");
        event(
                RejectCode.TOO_LONG,
                "a comment of 4,001 characters",
                claim,
                "2026-11-12T08:50:00Z",
                "COMMENTED",
                "PARTNER",
                null,
                null,
                null,
                null,
                null,
                null,
                "x".repeat(4001));
        event(
                RejectCode.UNKNOWN_VALUE,
                "a type that does not exist",
                claim,
                "2026-11-12T09:00:00Z",
                "CLAIM_ACCEPTED",
                "REVIEWER",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        event(
                RejectCode.UNKNOWN_VALUE,
                "a reason that does not exist",
                claim,
                "2026-11-12T09:10:00Z",
                "CLAIM_REJECTED",
                "REVIEWER",
                "TOO_LATE",
                null,
                null,
                null,
                null,
                null,
                null);
        event(
                RejectCode.ROLE_NOT_ALLOWED,
                "a partner who approves",
                claim,
                "2026-11-12T09:20:00Z",
                "CLAIM_APPROVED",
                "PARTNER",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        event(
                RejectCode.ROLE_NOT_ALLOWED,
                "a reviewer who declines for the customer",
                claim,
                "2026-11-12T09:30:00Z",
                "CONSENT_DECLINED",
                "REVIEWER",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        event(
                RejectCode.YEAR_NOT_IN_CALENDAR,
                "the year 206",
                claim,
                "0206-11-12T09:40:00Z",
                "COMMENTED",
                "PARTNER",
                null,
                null,
                null,
                null,
                null,
                null,
                "Any news?");
        String[] taken = {
            "EVT-S-" + events++,
            claim,
            "2026-11-12T09:50:00Z",
            "COMMENTED",
            "PARTNER",
            "claims@p1000102.example",
            null,
            null,
            null,
            null,
            null,
            null,
            "Sent once, and again: a duplicate."
        };
        feeds.row(Feed.EVENTS, NOVEMBER, taken);
        feeds.row(Feed.EVENTS, NOVEMBER, taken);
        @Nullable String[] other = taken.clone();
        other[12] = "Another content under the same id.";
        refused(RejectCode.ID_TAKEN, "the id of another event", Feed.EVENTS, NOVEMBER, other);
    }

    private void eventsAtTheirTurn() {
        String noDocument = story("2026-11-10").runs("Teams", 200, 150).claim().claimId();
        event(
                RejectCode.NO_DOCUMENT,
                "submitted without a document",
                noDocument,
                "2026-11-12T10:00:00Z",
                "CLAIM_SUBMITTED",
                "PARTNER",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        event(
                RejectCode.STATUS_NOT_ALLOWED,
                "a review before it is submitted",
                noDocument,
                "2026-11-12T10:10:00Z",
                "REVIEW_STARTED",
                "REVIEWER",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        event(
                RejectCode.UNKNOWN_LINE,
                "a line that is not there",
                noDocument,
                "2026-11-12T10:20:00Z",
                "CLAIM_EDITED",
                "PARTNER",
                null,
                null,
                "remove_line",
                "7",
                null,
                null,
                null);
        event(
                RejectCode.UNKNOWN_PARTNER,
                "moved to a partner that no file has named",
                noDocument,
                "2026-11-12T10:30:00Z",
                "CLAIM_EDITED",
                "PARTNER",
                null,
                null,
                "mpn_id",
                "7777777",
                null,
                null,
                null);
        Story noLine = story("2026-11-10");
        noLine.on("2026-11-11").uploaded("offer.pdf");
        event(
                RejectCode.NO_LINE,
                "submitted without a line",
                noLine.claim().claimId(),
                "2026-11-12T10:40:00Z",
                "CLAIM_SUBMITTED",
                "PARTNER",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        event(
                RejectCode.UNKNOWN_CLAIM,
                "a claim that no file has named",
                "CPOR-999999",
                "2026-11-12T10:50:00Z",
                "COMMENTED",
                "PARTNER",
                null,
                null,
                null,
                null,
                null,
                null,
                "Hello?");
        Story declined = story("2026-11-11").runs("Teams", 200, 150).approved("2026-11-12", "2026-11-16");
        declined.on("2026-11-18").declined();
        event(
                RejectCode.CONSENT_NOT_PENDING,
                "declined twice on one day",
                declined.claim().claimId(),
                "2026-11-18T23:30:00Z",
                "CONSENT_DECLINED",
                "CUSTOMER",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Story approved = story("2026-11-11").runs("Teams", 200, 150).approved("2026-11-12", "2026-11-16");
        event(
                RejectCode.STATUS_NOT_ALLOWED,
                "an edit after the approval",
                approved.claim().claimId(),
                "2026-11-17T08:00:00Z",
                "CLAIM_EDITED",
                "PARTNER",
                null,
                null,
                "claim_name",
                "New",
                null,
                null,
                null);
    }

    private void disputes() {
        Story open = story("2026-11-11").runs("Teams", 200, 150).submitted("2026-11-18");
        dispute(RejectCode.STATUS_NOT_ALLOWED, "a claim that is not rejected", open, NOVEMBER, "2026-11-19", "Teams");
        Story old = story("2026-10-01").runs("Teams", 200, 150).rejected("2026-10-02", "2026-10-06");
        dispute(
                RejectCode.DISPUTE_TOO_LATE,
                "opened 31 days after the rejection",
                old,
                NOVEMBER,
                "2026-11-06",
                "Teams");
        event(
                RejectCode.NO_OPEN_DISPUTE,
                "no dispute to deny",
                old.claim().claimId(),
                "2026-11-10T08:00:00Z",
                "DISPUTE_DENIED",
                "SUPPORT",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Story closed = story("2026-10-05").runs("Teams", 200, 150).rejected("2026-10-06", "2026-10-08");
        closed.on("2026-10-13").disputed("Please look again.");
        closed.on("2026-10-15").disputeClosed(false, "Nothing new was shown.");
        dispute(RejectCode.DISPUTED_BEFORE, "a second dispute", closed, OCTOBER, "2026-10-20", "Teams");
        Story fresh = story("2026-11-02").runs("Teams", 200, 150).rejected("2026-11-03", "2026-11-05");
        dispute(
                RejectCode.DISPUTE_DISAGREES,
                "other products than the claim's",
                fresh,
                NOVEMBER,
                "2026-11-09",
                "Teams;Intune");
        refused(
                RejectCode.UNKNOWN_CLAIM,
                "a dispute of a claim that no file has named",
                Feed.DISPUTES,
                NOVEMBER,
                "DSP-S-9",
                "CPOR-999998",
                "2026-11-09T12:00:00Z",
                "1000102",
                "OSU",
                "Teams",
                Party.MUELLER.tenantId(),
                "Please look again.");
        refused(
                RejectCode.DISPUTE_DISAGREES,
                "another partner than the claim's",
                Feed.DISPUTES,
                NOVEMBER,
                "DSP-S-8",
                fresh.claim().claimId(),
                "2026-11-10T12:00:00Z",
                "1000103",
                "OSU",
                "Teams",
                Party.MUELLER.tenantId(),
                "Please look again.");
    }

    private void dispute(RejectCode code, String why, Story story, String month, String day, String products) {
        ClaimSheet claim = story.claim();
        refused(
                code,
                why,
                Feed.DISPUTES,
                month,
                "DSP-S-" + claim.number,
                claim.claimId(),
                day + "T23:30:00Z",
                claim.mpnId,
                claim.program.name(),
                products,
                claim.tenantId,
                "Please look again.");
    }

    private void event(
            RejectCode code,
            String why,
            String claimId,
            String at,
            String type,
            String role,
            @Nullable String... reasonToComment) {
        @Nullable String[] values = new @Nullable String[6 + reasonToComment.length];
        values[0] = eventId();
        values[1] = claimId;
        values[2] = at;
        values[3] = type;
        values[4] = role;
        values[5] = "someone@example.org";
        System.arraycopy(reasonToComment, 0, values, 6, reasonToComment.length);
        refused(code, why, Feed.EVENTS, NOVEMBER, values);
    }

    private String eventId() {
        return "EVT-S-" + events++;
    }

    private Story story(String created) {
        return new Story(feeds, number++, Party.MUELLER, OSU, USAGE, "Rows that are refused", created);
    }

    private void refused(RejectCode code, String why, Feed feed, String month, @Nullable String... values) {
        feeds.row(feed, month, values);
        List<String> written =
                Arrays.stream(values).map(value -> value == null ? "" : value).toList();
        expected.add(new Expected(code, why, feed, written));
    }
}
