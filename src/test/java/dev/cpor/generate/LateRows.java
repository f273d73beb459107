package dev.cpor.generate;

import dev.cpor.domain.RejectCode;
import dev.cpor.generate.SampleRejects.Expected;
import dev.cpor.generate.SampleStories.Shown;
import java.util.ArrayList;
import java.util.List;

/** What arrives on the Monday after the sample: rows whose refusal takes a claim that is known from an earlier night. */
final class LateRows {
    private static final String PERIOD = "2026-11-23";

    private final Feeds feeds;
    private final List<Expected> expected = new ArrayList<>();

    private LateRows(Feeds feeds) {
        this.feeds = feeds;
    }

    static List<Expected> write(Feeds feeds, List<Shown> shown) {
        String lineRemoved = claimId(shown, "a line taken out");
        String eligible = claimId(shown, "`APPROVED` and eligible");
        String pending = claimId(shown, "the consent window runs");
        LateRows rows = new LateRows(feeds);
        rows.refused(
                RejectCode.LINE_REMOVED,
                "a line that was removed",
                Feed.CLAIM_LINES,
                lineRemoved + "|2|MODERN_WORK|||Defender|DIRECT||800|710|24000.00|USD");
        rows.refused(
                RejectCode.STATUS_NOT_ALLOWED,
                "a new line of an approved claim",
                Feed.CLAIM_LINES,
                eligible + "|2|MODERN_WORK|||Teams|DIRECT||300|290|24000.00|USD");
        rows.refused(
                RejectCode.ALREADY_ASSESSED,
                "withdrawn after the hand-off",
                Feed.EVENTS,
                "EVT-L-1|" + eligible
                        + "|2026-11-23T08:00:00Z|CLAIM_WITHDRAWN|PARTNER|someone@example.org||WRONG_ACTIVITY|||||");
        rows.refused(
                RejectCode.CONSENT_NOT_PENDING,
                "declined after the hand-off",
                Feed.EVENTS,
                "EVT-L-2|" + eligible + "|2026-11-23T08:10:00Z|CONSENT_DECLINED|CUSTOMER|someone@example.org|||||||");
        rows.write(
                Feed.EVENTS,
                "EVT-L-3|" + pending + "|2026-11-19T15:00:00Z|COMMENTED|PARTNER|someone@example.org"
                        + "|||||||A late row: of a day that is closed already.");
        return rows.expected;
    }

    private static String claimId(List<Shown> shown, String what) {
        return shown.stream()
                .filter(claim -> claim.what().contains(what))
                .findFirst()
                .orElseThrow()
                .claimId();
    }

    private void refused(RejectCode code, String why, Feed feed, String row) {
        expected.add(new Expected(code, why, feed, List.of(write(feed, row))));
    }

    /** @param row the values with {@code |} between them */
    private String[] write(Feed feed, String row) {
        String[] values = row.split("\\|", -1);
        feeds.row(feed, PERIOD, values);
        return values;
    }
}
