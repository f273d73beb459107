package dev.cpor.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A claim as it stands, with everything that was written about it. */
final class ReferenceClaim {

    final String id;
    final String program;
    final String activity;
    final String tenantId;
    String mpnId;
    String status = "EDITING";
    LocalDate since;
    String reason = "";
    String consent = "NONE";
    String incentive = "NOT_ASSESSED";
    int documents;
    // Decision: the submission that was applied first, also when a late row later tells of an earlier day.
    @Nullable
    LocalDate firstSubmission;

    boolean everDisputed;
    boolean disputeOpen;
    final SortedMap<Integer, FeedRow> lines = new TreeMap<>();
    final Set<Integer> removedLines = new HashSet<>();
    final List<ReferenceHistory> history = new ArrayList<>();
    private final Set<String> notesOfThisStay = new HashSet<>();

    ReferenceClaim(FeedRow row, LocalDate day) {
        id = row.get("claim_id");
        program = row.get("program");
        activity = row.get("activity");
        tenantId = row.get("tenant_id");
        mpnId = row.get("mpn_id");
        since = day;
    }

    /** Begins a stay, also in a status in which the claim has been before. */
    void enter(String newStatus, LocalDate day) {
        status = newStatus;
        since = day;
        notesOfThisStay.clear();
    }

    void reject(String why, LocalDate day) {
        enter("REJECTED", day);
        reason = why;
    }

    /** Remembers a note; false when it was made before in this stay. */
    boolean isNew(String kind, String why) {
        return notesOfThisStay.add(kind + " " + why);
    }

    void write(String kind, Collection<String> reasons, LocalDate day, LocalDate night) {
        String state = String.join(" ", status, reason.isEmpty() ? "-" : reason, consent, incentive);
        List<String> sorted = reasons.stream().sorted().toList();
        history.add(new ReferenceHistory(id, history.size() + 1, kind, sorted, day, night, state));
    }

    boolean isOpen() {
        return switch (status) {
            case "SUBMITTED", "UNDER_REVIEW", "PARTNER_ACTION_REQUIRED" -> true;
            case "APPROVED" -> incentive.equals("NOT_ASSESSED");
            default -> false;
        };
    }

    /** The claim as {@code claims list --format csv} shows it. */
    String csv() {
        return CsvLine.of(List.of(
                id,
                mpnId,
                program,
                activity,
                tenantId,
                status,
                reason,
                consent,
                incentive,
                since.toString(),
                Integer.toString(history.size())));
    }
}
