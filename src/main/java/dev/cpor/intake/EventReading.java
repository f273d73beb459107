package dev.cpor.intake;

import dev.cpor.domain.ActorRole;
import dev.cpor.domain.ClaimEvent;
import dev.cpor.domain.EditedField;
import dev.cpor.domain.EventType;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.RejectCode;
import dev.cpor.domain.WithdrawalDetail;
import dev.cpor.intake.Parsed.EventRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a row of the events feed: the type decides which columns count; what stands in the others is ignored. */
final class EventReading {
    private static final Words<EventType> TYPES = Words.of(EventType.class);
    private static final Words<ActorRole> ROLES = Words.of(ActorRole.class);
    private static final Words<EditedField> FIELDS = Words.named(EditedField.class, EditedField::feedName);
    private static final Words<WithdrawalDetail> DETAILS = Words.of(WithdrawalDetail.class);
    private static final Words<ReasonCode> REQUEST_REASONS =
            Words.of(ReasonCode.class, reason -> reason.isFor(ReasonCode.Use.INFORMATION_REQUEST));
    private static final Words<ReasonCode> REJECTION_REASONS =
            Words.of(ReasonCode.class, reason -> reason.isFor(ReasonCode.Use.REJECTION));

    private static final Set<EventType> WITH_COMMENT = EnumSet.of(EventType.COMMENTED, EventType.INFORMATION_REQUESTED);

    private EventReading() {}

    static Parsed event(Values values) throws RowRefused {
        String eventId = values.text("event_id");
        String claimId = values.text("claim_id");
        Instant occurredAt = values.instant("occurred_at");
        LocalDate day = values.dayOf("occurred_at", occurredAt);
        EventType type = values.word("type", TYPES);
        ActorRole role = role(type, values);
        String actor = values.text("actor");
        EditedField field = type == EventType.CLAIM_EDITED ? values.word("field", FIELDS) : null;
        boolean poe = type == EventType.POE_UPLOADED;
        return new EventRow(new ClaimEvent(
                eventId,
                claimId,
                occurredAt,
                day,
                type,
                role,
                actor,
                reasons(type, values),
                type == EventType.CLAIM_WITHDRAWN ? values.word("detail", DETAILS) : null,
                field,
                field == null ? null : newValue(field, values),
                poe ? values.text("document_name") : null,
                poe ? sha256(values) : null,
                WITH_COMMENT.contains(type) ? values.longText("comment") : null));
    }

    private static ActorRole role(EventType type, Values values) throws RowRefused {
        ActorRole role = values.word("actor_role", ROLES);
        if (!type.mayBeDoneBy(role)) {
            throw new RowRefused(
                    RejectCode.ROLE_NOT_ALLOWED,
                    "The column actor_role has %s, expected %s for %s.",
                    role,
                    Arrays.stream(ActorRole.values())
                            .filter(type::mayBeDoneBy)
                            .map(Enum::name)
                            .collect(Collectors.joining(" or ")),
                    type);
        }
        return role;
    }

    private static Set<ReasonCode> reasons(EventType type, Values values) throws RowRefused {
        return switch (type) {
            case INFORMATION_REQUESTED -> REQUEST_REASONS.getAll("reason", values.required("reason"));
            case CLAIM_REJECTED -> Set.of(values.word("reason", REJECTION_REASONS));
            default -> Set.of();
        };
    }

    private static @Nullable String newValue(EditedField field, Values values) throws RowRefused {
        return switch (field) {
            case MPN_ID, CLAIM_NAME -> values.text("value");
            case CUSTOMER_CONTACT, PARTNER_CONTACT -> values.optionalText("value");
            case REMOVE_LINE -> String.valueOf(values.whole("value", 1, Integer.MAX_VALUE));
        };
    }

    private static String sha256(Values values) throws RowRefused {
        String found = values.required("document_sha256");
        if (found.length() != 64 || !found.chars().allMatch(EventReading::isHexDigit)) {
            throw Values.malformed("document_sha256", found, "a SHA-256 of 64 hex digits");
        }
        return found;
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
