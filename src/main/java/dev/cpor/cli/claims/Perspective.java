package dev.cpor.cli.claims;

import dev.cpor.report.Column;
import dev.cpor.store.claim.ClaimHistory.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Through whose eyes a history is read. */
enum Perspective {
    /** What concerns the partner: no escalations among the vendor's people, and none of their names. */
    PARTNER,
    /** Everything. */
    REVIEWER;

    static final List<Column> COLUMNS = List.of(
            Column.number("version"),
            Column.text("business_date"),
            Column.text("occurred_at"),
            Column.text("kind"),
            Column.text("status"),
            Column.text("consent"),
            Column.text("incentive"),
            Column.text("reason"),
            Column.text("detail"),
            Column.text("actor_role"),
            Column.text("actor"),
            Column.text("comment"),
            Column.text("rule"),
            Column.text("ruleset"),
            Column.number("run"));

    private static final Set<String> INTERNAL = Set.of("ESCALATED");

    boolean shows(Entry entry) {
        return this == REVIEWER || !INTERNAL.contains(entry.kind());
    }

    List<@Nullable Object> row(Entry entry) {
        boolean named = this == REVIEWER || "PARTNER".equals(entry.actorRole());
        return Arrays.asList(
                entry.version(),
                entry.businessDate(),
                entry.occurredAt(),
                entry.kind(),
                entry.status(),
                entry.consent(),
                entry.incentive(),
                entry.reason(),
                entry.detail(),
                entry.actorRole(),
                named ? entry.actor() : null,
                entry.comment(),
                entry.ruleName(),
                entry.ruleset(),
                entry.run());
    }
}
