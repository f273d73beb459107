package dev.cpor.generate;

import static dev.cpor.generate.RefusedRows.NOVEMBER;

import dev.cpor.domain.RejectCode;
import java.util.List;

/** The rows of the sample that are refused, at least one for each code that a row of these two months can have. */
final class SampleRejects {
    /**
     * A row that will be refused.
     *
     * @param values as they are written, empty where there is none
     */
    record Expected(RejectCode code, String why, Feed feed, List<String> values) {}

    private final Feeds feeds;
    private final String period;
    private final RefusedRows rows;

    SampleRejects(Feeds feeds, String period, long firstNumber) {
        this.feeds = feeds;
        this.period = period;
        this.rows = new RefusedRows(feeds, firstNumber);
    }

    List<Expected> expected() {
        return rows.expected;
    }

    void write() {
        referenceRows();
        claims();
        lines();
        eventsByThemselves();
        new RejectsAtTheirTurn(rows).write();
    }

    private void referenceRows() {
        rows.refused(
                RejectCode.MISSING_VALUE,
                "a partner without a name",
                Feed.PARTNERS,
                period,
                "1000901||DE|EUR|OSU|true|MODERN_WORK");
        rows.refused(
                RejectCode.UNKNOWN_VALUE,
                "a program that does not exist",
                Feed.PARTNERS,
                period,
                "1000902|Elbufer Cloud GmbH|DE|EUR|OSU;OSX|true|MODERN_WORK");
        rows.refused(
                RejectCode.MALFORMED_VALUE,
                "`yes` is not `true`",
                Feed.CUSTOMERS,
                period,
                "5eed0901-4b1d-4c0e-a5a5-0123456789ab|Stadtwerke Weißbach|DE|yes");
        rows.refused(
                RejectCode.WRONG_NUMBER_OF_FIELDS,
                "a comma in a name without quotes makes one field too many",
                Feed.CUSTOMERS,
                period,
                "5eed0902-4b1d-4c0e-a5a5-0123456789ab|Harborview Foods| Inc.|US|false");
        rows.refused(
                RejectCode.MALFORMED_VALUE,
                "a rate with seven decimals",
                Feed.EXCHANGE_RATES,
                period,
                "CHF|2026-11-02|1.1204375");
        rows.refused(
                RejectCode.MALFORMED_VALUE, "a decimal comma", Feed.EXCHANGE_RATES, period, "CHF|2026-11-03|1,1204");
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
        String taken = rows.story("2026-11-09").runs("Teams", 200, 150).claim().claimId();
        rows.refused(
                RejectCode.ID_TAKEN,
                "the ID of another claim",
                Feed.CLAIMS,
                NOVEMBER,
                taken + "|Another claim|" + good.mpnId() + "|OSU|USAGE|" + good.tenantId() + "|||2026-11-19T16:00:00Z");
    }

    private void claim(RejectCode code, String why, String name, String mpnId, String tenantId) {
        String key = "CPOR-00" + rows.number++ + "|" + name + "|" + mpnId;
        rows.refused(code, why, Feed.CLAIMS, NOVEMBER, key + "|OSU|USAGE|" + tenantId + "|||2026-11-12T09:30:00+01:00");
    }

    private void lines() {
        String claim = rows.story("2026-11-10").runs("Teams", 200, 150).claim().claimId();
        rows.refused(
                RejectCode.UNEXPECTED_VALUE,
                "a workload on a business application",
                Feed.CLAIM_LINES,
                NOVEMBER,
                claim + "|2|BUSINESS_APPLICATIONS|Power BI|sub-9001|Teams|DIRECT|ACTIVE|10|8|1200.00|EUR");
        rows.refused(
                RejectCode.MALFORMED_VALUE,
                "a negative amount",
                Feed.CLAIM_LINES,
                NOVEMBER,
                claim + "|3|MODERN_WORK|||Intune|DIRECT||10|8|-1200.00|EUR");
        rows.refused(
                RejectCode.MALFORMED_VALUE,
                "half a seat",
                Feed.CLAIM_LINES,
                NOVEMBER,
                claim + "|4|MODERN_WORK|||Intune|DIRECT||10.5|8|1200.00|EUR");
    }

    private void eventsByThemselves() {
        String claim = rows.story("2026-11-11").runs("Teams", 200, 150).claim().claimId();
        rows.refused(
                RejectCode.WRONG_NUMBER_OF_FIELDS,
                "a record that breaks off",
                Feed.EVENTS,
                NOVEMBER,
                rows.eventId() + "|" + claim + "|2026-11-12T08:00:00Z|COMMENTED|PARTNER");
        rows.event(
                RejectCode.MISSING_VALUE,
                "a document without its SHA-256",
                claim,
                "2026-11-12T08:10:00Z",
                "POE_UPLOADED|PARTNER|||||offer.pdf||");
        rows.event(
                RejectCode.MISSING_VALUE,
                "a request that does not say what is missing",
                claim,
                "2026-11-12T08:20:00Z",
                "INFORMATION_REQUESTED|REVIEWER|MISSING_ALL_POE||||||");
        rows.event(
                RejectCode.MALFORMED_VALUE,
                "a day that does not exist",
                claim,
                "2026-11-31T08:30:00Z",
                "COMMENTED|PARTNER|||||||Any news?");
        rows.event(
                RejectCode.MALFORMED_VALUE,
                "an instant without offset",
                claim,
                "2026-11-12T08:40:00",
                "COMMENTED|PARTNER|||||||Any news?");
        rows.event(
                RejectCode.TOO_LONG,
                "a comment of 4,001 characters",
                claim,
                "2026-11-12T08:50:00Z",
                "COMMENTED|PARTNER|||||||" + "x".repeat(4001));
        rows.event(
                RejectCode.UNKNOWN_VALUE,
                "a type that does not exist",
                claim,
                "2026-11-12T09:00:00Z",
                "CLAIM_ACCEPTED|REVIEWER|||||||");
        rows.event(
                RejectCode.UNKNOWN_VALUE,
                "a reason that does not exist",
                claim,
                "2026-11-12T09:10:00Z",
                "CLAIM_REJECTED|REVIEWER|TOO_LATE||||||");
        rows.event(
                RejectCode.ROLE_NOT_ALLOWED,
                "a partner who approves",
                claim,
                "2026-11-12T09:20:00Z",
                "CLAIM_APPROVED|PARTNER|||||||");
        rows.event(
                RejectCode.ROLE_NOT_ALLOWED,
                "a reviewer who declines for the customer",
                claim,
                "2026-11-12T09:30:00Z",
                "CONSENT_DECLINED|REVIEWER|||||||");
        rows.event(
                RejectCode.YEAR_NOT_IN_CALENDAR,
                "the year 206",
                claim,
                "0206-11-12T09:40:00Z",
                "COMMENTED|PARTNER|||||||Any news?");
        String taken =
                rows.eventId() + "|" + claim + "|2026-11-12T09:50:00Z|COMMENTED|PARTNER|claims@p1000102.example|||||||";
        String[] row = (taken + "Sent once, and again: a duplicate.").split("\\|", -1);
        feeds.row(Feed.EVENTS, NOVEMBER, row);
        feeds.row(Feed.EVENTS, NOVEMBER, row);
        rows.refused(
                RejectCode.ID_TAKEN,
                "the id of another event",
                Feed.EVENTS,
                NOVEMBER,
                taken + "Another content under the same id.");
    }
}
