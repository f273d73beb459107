package dev.cpor.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One database worth of nights, as a plain reading of the contract: every open claim is looked at every night, nothing is
 * kept but maps. Nights are given in the order of their dates; the rules that ship are written down here by hand, with
 * their limits, and only the rate card is read.
 */
final class ReferenceNights {

    private final ZoneId zone;
    private final ReferenceState state = new ReferenceState();
    private final ReferenceIntake intake = new ReferenceIntake(state);
    private final ReferenceTurns turns = new ReferenceTurns(state);
    private final ReferenceLifecycle lifecycle;
    private final Set<LocalDate> closed = new HashSet<>();

    ReferenceNights(Path rateCardCsv, ZoneId zone) {
        this.zone = zone;
        this.lifecycle = new ReferenceLifecycle(state, new ReferenceRates(rateCardCsv));
    }

    /** Uses other limits from the next night on. */
    void use(ReferenceLifecycle.Limits limits) {
        lifecycle.use(limits);
    }

    /** Closes a business date: reads what is new in the inbox, applies what is due, evaluates. A closed date is skipped. */
    void night(LocalDate businessDate, Path inbox) {
        if (!closed.add(businessDate)) {
            return;
        }
        intake.read(businessDate, inbox);
        List<FeedRow> due = intake.unstage(row -> !day(row).isAfter(businessDate));
        // Events and disputes of one instant share one order of ids; a creation comes before both.
        due.sort(Comparator.comparing(FeedRow::instant)
                .thenComparing(row -> row.kind() != FeedKind.CLAIMS)
                .thenComparing(FeedRow::id));
        due.forEach(row -> turn(row, businessDate));
        for (ReferenceClaim claim : state.claims.values()) {
            if (claim.isOpen()) {
                lifecycle.night(claim, businessDate);
            }
        }
    }

    private LocalDate day(FeedRow row) {
        return row.instant().atZone(zone).toLocalDate();
    }

    private void turn(FeedRow row, LocalDate night) {
        String refusal =
                switch (row.kind()) {
                    case CLAIMS -> turns.create(row, day(row), night);
                    case EVENTS -> turns.event(row, day(row), night);
                    case DISPUTES -> turns.dispute(row, day(row), night);
                    default -> throw new IllegalStateException("not staged: " + row);
                };
        if (refusal != null) {
            intake.refuseAtTurn(night, row, refusal);
            return;
        }
        state.log(night, row, "applied");
        ReferenceClaim created = row.kind() == FeedKind.CLAIMS ? state.claims.get(row.id()) : null;
        if (created != null) {
            intake.created(night, created);
        }
    }

    /** The lines of {@code claims list --format csv}, header first. */
    List<String> claimsCsv() {
        List<String> lines = new ArrayList<>();
        lines.add("claim_id,mpn_id,program,activity,tenant_id,status,reason,consent,incentive,status_since,version");
        state.claims.values().forEach(claim -> lines.add(claim.csv()));
        return lines;
    }

    /** The history of a claim, oldest first; empty for a claim that was never created. */
    List<ReferenceHistory> history(String claimId) {
        @Nullable ReferenceClaim claim = state.claims.get(claimId);
        return claim == null ? List.of() : List.copyOf(claim.history);
    }

    /** All earnings of all nights, by earning id. */
    List<ReferenceEarning> earnings() {
        return state.earnings.stream()
                .sorted(Comparator.comparing(ReferenceEarning::earningId))
                .toList();
    }

    /** The rows that this night refused, in the order of their refusal. */
    List<ReferenceReject> rejects(LocalDate businessDate) {
        return List.copyOf(state.notes(businessDate).rejects);
    }

    /** How many rows of each file were duplicates; files without any are left out. */
    Map<String, Integer> duplicates(LocalDate businessDate) {
        return Map.copyOf(state.notes(businessDate).duplicates);
    }

    /** The claims that this night left untouched because two rates fitted a line. */
    List<String> quarantined(LocalDate businessDate) {
        return List.copyOf(state.notes(businessDate).quarantined);
    }

    /** The files that this night refused whole, with the reason. */
    Map<String, String> refusedFiles(LocalDate businessDate) {
        return Map.copyOf(state.notes(businessDate).refusedFiles);
    }

    /** Every row that ever named the claim, in the order in which something became of it, for debugging. */
    List<String> feedLog(String claimId) {
        return state.logOf(claimId);
    }
}
