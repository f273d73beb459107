package dev.cpor.reference;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to a row at its turn. Each method gives the reason for a refusal, or null when the row was applied. */
final class ReferenceTurns {

    private final ReferenceState state;

    ReferenceTurns(ReferenceState state) {
        this.state = state;
    }

    @Nullable
    String create(FeedRow row, LocalDate day, LocalDate night) {
        if (!state.partners.containsKey(row.get("mpn_id"))) {
            return "UNKNOWN_PARTNER";
        }
        if (!state.customers.containsKey(row.get("tenant_id"))) {
            return "UNKNOWN_CUSTOMER";
        }
        ReferenceClaim claim = new ReferenceClaim(row, day);
        claim.write("CREATED", List.of(), day, night);
        state.claims.put(claim.id, claim);
        return null;
    }

    @Nullable
    String dispute(FeedRow row, LocalDate day, LocalDate night) {
        ReferenceClaim claim = state.claims.get(row.get("claim_id"));
        if (claim == null) {
            return "UNKNOWN_CLAIM";
        }
        if (!claim.status.equals("REJECTED")) {
            return "NOT_REJECTED";
        }
        if (claim.everDisputed) {
            return "SECOND_DISPUTE";
        }
        // A late row of a day before the rejection is "at most 30 days after" it.
        if (ReferenceCalendar.days(claim.since, day) > 30) {
            return "DISPUTE_TOO_LATE";
        }
        Set<String> products = new HashSet<>();
        for (FeedRow line : claim.lines.values()) {
            products.add(line.get("subscription_id").isEmpty() ? line.get("workload") : line.get("subscription_id"));
        }
        if (!row.get("mpn_id").equals(claim.mpnId)
                || !row.get("program").equals(claim.program)
                || !row.get("tenant_id").equals(claim.tenantId)
                || !row.list("products").equals(products)) {
            return "DISPUTE_DISAGREES";
        }
        claim.everDisputed = true;
        claim.disputeOpen = true;
        claim.write("DISPUTE_OPENED", List.of(), day, night);
        return null;
    }

    @Nullable
    String event(FeedRow row, LocalDate day, LocalDate night) {
        ReferenceClaim claim = state.claims.get(row.get("claim_id"));
        if (claim == null) {
            return "UNKNOWN_CLAIM";
        }
        EventKind kind = EventKind.valueOf(row.get("type"));
        if (!kind.statuses.contains(claim.status)) {
            return "NOT_ALLOWED_IN_" + claim.status;
        }
        String refusal = apply(claim, kind, row, day);
        if (refusal == null) {
            claim.write(kind.name(), reasons(kind, row), day, night);
        }
        return refusal;
    }

    private @Nullable String apply(ReferenceClaim claim, EventKind kind, FeedRow row, LocalDate day) {
        switch (kind) {
            case CLAIM_EDITED -> {
                return edit(claim, row.get("field"), row.get("value"));
            }
            case POE_UPLOADED -> claim.documents++;
            case CLAIM_SUBMITTED -> {
                if (claim.documents == 0 || claim.lines.isEmpty()) {
                    return "NOTHING_TO_SUBMIT";
                }
                claim.enter("SUBMITTED", day);
                claim.firstSubmission = claim.firstSubmission == null ? day : claim.firstSubmission;
            }
            case REVIEW_STARTED -> claim.enter("UNDER_REVIEW", day);
            case INFORMATION_REQUESTED -> claim.enter("PARTNER_ACTION_REQUIRED", day);
            case CLAIM_APPROVED -> {
                claim.enter("APPROVED", day);
                claim.consent = "PENDING";
            }
            case CLAIM_REJECTED -> claim.reject(row.get("reason"), day);
            case COMMENTED -> {}
            case CONSENT_DECLINED -> {
                if (!claim.consent.equals("PENDING")) {
                    return "CONSENT_IS_" + claim.consent;
                }
                claim.consent = "DECLINED";
            }
            case CLAIM_WITHDRAWN -> {
                if (!claim.incentive.equals("NOT_ASSESSED")) {
                    return "ALREADY_ASSESSED";
                }
                claim.reject("PARTNER_REQUEST", day);
            }
            case DISPUTE_UPHELD, DISPUTE_DENIED -> {
                if (!claim.disputeOpen) {
                    return "NO_OPEN_DISPUTE";
                }
                claim.disputeOpen = false;
                if (kind == EventKind.DISPUTE_UPHELD) {
                    claim.enter("UNDER_REVIEW", day);
                    claim.reason = "";
                    claim.consent = "NONE";
                }
            }
        }
        return null;
    }

    private @Nullable String edit(ReferenceClaim claim, String field, String value) {
        if (field.equals("mpn_id")) {
            if (!state.partners.containsKey(value)) {
                return "UNKNOWN_PARTNER";
            }
            claim.mpnId = value;
        } else if (field.equals("remove_line")) {
            int number = Integer.parseInt(value);
            if (claim.lines.remove(number) == null) {
                return "NO_SUCH_LINE";
            }
            claim.removedLines.add(number);
        }
        return null;
    }

    private static Set<String> reasons(EventKind kind, FeedRow row) {
        return switch (kind) {
            case INFORMATION_REQUESTED, CLAIM_REJECTED -> row.list("reason");
            case CLAIM_WITHDRAWN -> Set.of("PARTNER_REQUEST", row.get("detail"));
            default -> Set.of();
        };
    }
}
