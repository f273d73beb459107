package dev.cpor.generate;

import static dev.cpor.domain.Activity.USAGE;
import static dev.cpor.domain.Program.OSU;

import dev.cpor.domain.RejectCode;
import dev.cpor.generate.SampleRejects.Expected;
import java.util.ArrayList;
import java.util.List;

/** Writes rows that will be refused, and remembers why. */
final class RefusedRows {
    static final String NOVEMBER = "2026-11";

    final List<Expected> expected = new ArrayList<>();
    long number;

    private final Feeds feeds;
    private int events = 1;

    RefusedRows(Feeds feeds, long firstNumber) {
        this.feeds = feeds;
        this.number = firstNumber;
    }

    /** @param rest the columns from {@code type} on, with {@code |} between them, without the actor */
    void event(RejectCode code, String why, String claimId, String at, String rest) {
        String withActor = rest.replaceFirst("([^|]*\\|[^|]*)", "$1|someone@example.org");
        refused(code, why, Feed.EVENTS, NOVEMBER, eventId() + "|" + claimId + "|" + at + "|" + withActor);
    }

    String eventId() {
        return "EVT-S-" + events++;
    }

    Story story(String created) {
        return new Story(feeds, number++, Party.MUELLER, OSU, USAGE, "Rows that are refused", created);
    }

    /** @param row the values with {@code |} between them */
    void refused(RejectCode code, String why, Feed feed, String month, String row) {
        String[] values = row.split("\\|", -1);
        feeds.row(feed, month, values);
        expected.add(new Expected(code, why, feed, List.of(values)));
    }

    void dispute(RejectCode code, String why, Story story, String month, String day, String products) {
        ClaimSheet claim = story.claim();
        String key = "DSP-S-" + claim.number + "|" + claim.claimId() + "|" + day + "T23:30:00Z";
        String content = claim.mpnId + "|" + claim.program + "|" + products + "|" + claim.tenantId;
        refused(code, why, Feed.DISPUTES, month, key + "|" + content + "|Please look again.");
    }
}
