package dev.cpor.reference;

import static dev.cpor.reference.Shapes.given;
import static dev.cpor.reference.Shapes.instant;
import static dev.cpor.reference.Shapes.lineNumber;
import static dev.cpor.reference.Shapes.sha256;
import static dev.cpor.reference.Shapes.text;

import java.util.Arrays;
import java.util.Set;

/** What an event row shows to be wrong by itself. Columns that its type does not use are not looked at. */
final class EventShape {

    private EventShape() {}

    static boolean isSound(FeedRow row) {
        boolean known =
                Arrays.stream(EventKind.values()).anyMatch(kind -> kind.name().equals(row.get("type")));
        if (!known) {
            return false;
        }
        EventKind kind = EventKind.valueOf(row.get("type"));
        return text(row.get("event_id"), 200)
                && text(row.get("claim_id"), 200)
                && text(row.get("actor"), 200)
                && instant(row.get("occurred_at"))
                // A role that the type does not allow is wrong whatever the claim is: refused when read.
                && kind.roles.contains(row.get("actor_role"))
                && hasWhatItNeeds(kind, row);
    }

    private static boolean hasWhatItNeeds(EventKind kind, FeedRow row) {
        return switch (kind) {
            case CLAIM_EDITED -> isSoundEdit(row.get("field"), row.get("value"));
            case POE_UPLOADED -> given(row.get("document_name"), 200) && sha256(row.get("document_sha256"));
            case INFORMATION_REQUESTED -> {
                Set<String> reasons = row.list("reason");
                yield !reasons.isEmpty()
                        && Words.INFORMATION_REASONS.containsAll(reasons)
                        && given(row.get("comment"), 4000);
            }
            case CLAIM_REJECTED -> Words.REJECTION_REASONS.contains(row.get("reason"));
            case COMMENTED -> given(row.get("comment"), 4000);
            case CLAIM_WITHDRAWN -> Words.WITHDRAWAL_DETAILS.contains(row.get("detail"));
            default -> true;
        };
    }

    private static boolean isSoundEdit(String field, String value) {
        return switch (field) {
            case "mpn_id", "claim_name" -> given(value, 200);
            // A contact may be empty from the start, so an edit may empty it.
            case "customer_contact", "partner_contact" -> text(value, 200);
            case "remove_line" -> lineNumber(value);
            default -> false;
        };
    }
}
