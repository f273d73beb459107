package dev.cpor.intake;

import dev.cpor.domain.Claim;
import dev.cpor.domain.ClaimLifecycle;
import dev.cpor.domain.Outcome;
import dev.cpor.domain.Refusal;
import dev.cpor.domain.RejectCode;
import dev.cpor.intake.Parsed.ClaimRow;
import dev.cpor.intake.Parsed.DisputeRow;
import dev.cpor.intake.Parsed.EventRow;
import dev.cpor.intake.Parsed.InTurn;
import dev.cpor.intake.Parsed.LineOfClaim;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the waiting rows of one claim their turn: by the instant at which they occurred, a creation first, then by id.
 * Claim lines are taken as soon as their claim exists. A pure fold; nothing is read or written here.
 */
final class TurnTaking {
    /** Ids in the order of their Unicode code points, which is that of their UTF-8 bytes. */
    private static final Comparator<String> BY_CODE_POINTS = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final Comparator<Timed> ORDER = Comparator.comparing((Timed timed) -> timed.value.at())
            .thenComparing(timed -> !(timed.value instanceof ClaimRow))
            .thenComparing(timed -> timed.row.key(), BY_CODE_POINTS);

    private final ClaimLifecycle lifecycle;
    private final List<Timed> timed = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<ClaimTurn.Applied> applied = new ArrayList<>();
    private final List<ClaimTurn.Refused> refused = new ArrayList<>();
    private @Nullable Claim claim;

    private record Timed(WaitingRow row, InTurn value) {}

    private record Line(WaitingRow row, LineOfClaim value) {}

    private TurnTaking(ClaimLifecycle lifecycle, @Nullable Claim claim) {
        this.lifecycle = lifecycle;
        this.claim = claim;
    }

    static ClaimTurn take(
            ClaimLifecycle lifecycle,
            LocalDate businessDate,
            String claimId,
            @Nullable Claim before,
            List<TurnPage.Read> rows) {
        TurnTaking turns = new TurnTaking(lifecycle, before);
        rows.forEach(turns::sort);
        turns.takeLines();
        LocalDate nextDay = null;
        turns.timed.sort(ORDER);
        for (Timed one : turns.timed) {
            if (!one.value.day().isAfter(businessDate)) {
                turns.take(one);
            } else if (nextDay == null || one.value.day().isBefore(nextDay)) {
                nextDay = one.value.day();
            }
        }
        boolean waits = nextDay != null || !turns.lines.isEmpty();
        return new ClaimTurn(claimId, before, turns.claim, turns.applied, turns.refused, waits, nextDay);
    }

    private void sort(TurnPage.Read read) {
        if (read.parsed() instanceof LineOfClaim line) {
            lines.add(new Line(read.row(), line));
        } else if (read.parsed() instanceof InTurn inTurn) {
            timed.add(new Timed(read.row(), inTurn));
        } else if (read.parsed() instanceof Parsed.Bad bad) {
            refused.add(new ClaimTurn.Refused(read.row(), bad.refusal()));
        }
    }

    private void takeLines() {
        if (claim == null) {
            return;
        }
        for (Line line : lines) {
            keep(line.row, line.value, lifecycle.takeLine(claim, line.value.line()));
        }
        lines.clear();
    }

    private void take(Timed one) {
        if (one.value instanceof ClaimRow row) {
            keep(one.row, row, lifecycle.create(row.claim()));
            takeLines();
        } else if (claim == null) {
            refused.add(new ClaimTurn.Refused(
                    one.row,
                    new Refusal(
                            RejectCode.UNKNOWN_CLAIM,
                            "Claim %s does not exist at that time; send its row of the claims feed first."
                                    .formatted(one.value.claimId()))));
        } else if (one.value instanceof EventRow row) {
            keep(one.row, row, lifecycle.apply(claim, row.event()));
        } else if (one.value instanceof DisputeRow row) {
            keep(one.row, row, lifecycle.open(claim, row.dispute()));
        }
    }

    private void keep(WaitingRow row, Parsed.Row value, Outcome outcome) {
        if (outcome instanceof Outcome.Applied next) {
            claim = next.claim();
            applied.add(new ClaimTurn.Applied(row, value, next.claim()));
        } else if (outcome instanceof Outcome.Refused no) {
            refused.add(new ClaimTurn.Refused(row, no.refusal()));
        }
    }
}
