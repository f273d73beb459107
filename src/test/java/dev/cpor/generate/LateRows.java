package dev.cpor.generate;

import dev.cpor.domain.RejectCode;
import dev.cpor.generate.SampleRejects.Expected;
import dev.cpor.generate.SampleStories.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                lineRemoved,
                "2",
                "MODERN_WORK",
                null,
                null,
                "Defender",
                "DIRECT",
                null,
                "800",
                "710",
                "24000.00",
                "USD");
        rows.refused(
                RejectCode.STATUS_NOT_ALLOWED,
                "a new line of an approved claim",
                Feed.CLAIM_LINES,
                eligible,
                "2",
                "MODERN_WORK",
                null,
                null,
                "Teams",
                "DIRECT",
                null,
                "300",
                "290",
                "24000.00",
                "USD");
        rows.refused(
                RejectCode.ALREADY_ASSESSED,
                "withdrawn after the hand-off",
                Feed.EVENTS,
                "EVT-L-1",
                eligible,
                "2026-11-23T08:00:00Z",
                "CLAIM_WITHDRAWN",
                "PARTNER",
                "someone@example.org",
                null,
                "WRONG_ACTIVITY",
                null,
                null,
                null,
                null,
                null);
        rows.refused(
                RejectCode.CONSENT_NOT_PENDING,
                "declined after the hand-off",
                Feed.EVENTS,
                "EVT-L-2",
                eligible,
                "2026-11-23T08:10:00Z",
                "CONSENT_DECLINED",
                "CUSTOMER",
                "someone@example.org",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        feeds.row(
                Feed.EVENTS,
                PERIOD,
                "EVT-L-3",
                pending,
                "2026-11-19T15:00:00Z",
                "COMMENTED",
                "PARTNER",
                "someone@example.org",
                null,
                null,
                null,
                null,
                null,
                null,
                "A late row: of a day that is closed already.");
        return rows.expected;
    }

    private static String claimId(List<Shown> shown, String what) {
        return shown.stream()
                .filter(claim -> claim.what().contains(what))
                .findFirst()
                .orElseThrow()
                .claimId();
    }

    private void refused(RejectCode code, String why, Feed feed, @Nullable String... values) {
        feeds.row(feed, PERIOD, values);
        List<String> written =
                Arrays.stream(values).map(value -> value == null ? "" : value).toList();
        expected.add(new Expected(code, why, feed, written));
    }
}
