package dev.cpor.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a night has changed: known beforehand to the bare floor, which decides nothing. In the order of the claims. */
record KnownChanges(List<Change> changes) {
    /** A claim's row afterwards, and its one new history row and notice. */
    record Change(
            long claim,
            int version,
            String status,
            @Nullable String rejection,
            String statusSince,
            String notes,
            String kind,
            String consent,
            String reason,
            String rule,
            String recipient) {}

    /** Returns what the night has changed that was run on these tables. */
    static KnownChanges of(Statements database) {
        Map<String, String> once = new HashMap<>();
        return new KnownChanges(database.rows(
                """
                select claim.id, claim.version, claim.status, claim.rejection, claim.status_since, claim.notes, history.kind,
                       history.consent, history.reason, history.rule_name, notice.recipient
                  from history
                  join claim on claim.id = history.claim
                  join notice on notice.claim = history.claim and notice.version = history.version
                 where history.run <> 0
                 order by claim.id
                """,
                row -> new Change(
                        row.getLong(1),
                        row.getInt(2),
                        same(once, row.getString(3)),
                        row.getString(4) == null ? null : same(once, row.getString(4)),
                        same(once, row.getString(5)),
                        same(once, row.getString(6)),
                        same(once, row.getString(7)),
                        same(once, row.getString(8)),
                        same(once, row.getString(9)),
                        same(once, row.getString(10)),
                        same(once, row.getString(11)))));
    }

    private static String same(Map<String, String> once, String text) {
        return once.computeIfAbsent(text, first -> first);
    }

    /** Returns the half of them whose claims have the lower numbers, or the other. */
    List<Change> half(boolean lower) {
        int middle = changes.size() / 2;
        return lower ? changes.subList(0, middle) : changes.subList(middle, changes.size());
    }
}
