package dev.cpor.trial;

import dev.cpor.decision.Decision;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.Standing;
import dev.cpor.domain.Claim;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Earning;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.intake.ClaimTurn;
import dev.cpor.intake.Parsed;
import dev.cpor.store.past.PastClaims;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A claim on one side of a trial, from night to night. */
final class Tried {
    private final long id;
    private final SortedMap<Integer, ClaimLine> lines;
    private final Map<Integer, Integer> earningsSoFar;
    private final Set<String> taken;
    private @Nullable Claim claim;

    private Tried(
            long id,
            @Nullable Claim claim,
            SortedMap<Integer, ClaimLine> lines,
            Map<Integer, Integer> earningsSoFar,
            Set<String> taken) {
        this.id = id;
        this.claim = claim;
        this.taken = new HashSet<>(taken);
        this.lines = new TreeMap<>(lines);
        this.earningsSoFar = new HashMap<>(earningsSoFar);
    }

    /** A claim that does not exist yet. */
    Tried(long id, Map<Integer, Integer> earningsSoFar) {
        this(id, null, new TreeMap<>(), earningsSoFar, Set.of());
    }

    Tried copy() {
        return new Tried(id, claim, lines, earningsSoFar, taken);
    }

    @Nullable
    Claim claim() {
        return claim;
    }

    /** Returns the number of its history rows; 0 when it does not exist yet. */
    int version() {
        return claim == null ? 0 : claim.version();
    }

    List<ClaimLine> lines() {
        return List.copyOf(lines.values());
    }

    Map<Integer, Integer> earningsSoFar() {
        return Map.copyOf(earningsSoFar);
    }

    /** Says whether a row of this id was applied: it is a duplicate then, or a reject, whatever it says. */
    boolean hasTaken(String id) {
        return taken.contains(id);
    }

    /** Returns the claim as the night reads it when it is open, else null. */
    @Nullable
    OpenClaim open() {
        Claim now = claim;
        if (now == null) {
            return null;
        }
        OpenClaim open = new OpenClaim(
                id,
                now.claimId(),
                now.version(),
                now.mpnId(),
                now.tenantId(),
                now.program(),
                now.activity(),
                now.status(),
                now.consent(),
                now.incentive(),
                now.statusSince(),
                now.firstSubmitted(),
                now.notes());
        return open.isOpen() ? open : null;
    }

    /** Takes what the rows of a night came to. */
    void take(ClaimTurn turn) {
        for (ClaimTurn.Applied applied : turn.applied()) {
            if (applied.value() instanceof Parsed.LineOfClaim line) {
                lines.put(line.line().lineNo(), line.line());
            } else {
                taken.add(PastPage.id(applied.row()));
            }
        }
        claim = turn.after();
        if (claim != null) {
            lines.keySet().retainAll(claim.lines().keySet());
        }
    }

    /** Does what a rule did to the claim in a night that was. */
    void take(PastClaims.Ruled ruled) {
        Claim before = Objects.requireNonNull(claim, "A rule decided a claim before it was created.");
        boolean rejected = ruled.status() == Status.REJECTED;
        Set<ReasonCode> notes = new HashSet<>(before.notes());
        if (ruled.reason() != null) {
            notes.add(ruled.reason());
        }
        claim = before.decided(
                ruled.status(),
                rejected ? ruled.reason() : null,
                ruled.consent(),
                ruled.incentive(),
                rejected ? ruled.night() : before.statusSince(),
                rejected ? Set.of() : notes,
                ruled.version());
    }

    /** Puts the claim back to where somebody put it back between two nights that were. */
    void take(PastClaims.PutBack putBack) {
        claim = Objects.requireNonNull(claim, "A claim was put back before it was created.")
                .decided(
                        putBack.status(),
                        null,
                        putBack.consent(),
                        putBack.incentive(),
                        putBack.statusSince(),
                        putBack.notes(),
                        putBack.version());
    }

    /** Does what a night decided. */
    Standing take(Decision decision, LocalDate night) {
        Standing after = Standing.after(decision, night);
        OpenClaim next = after.claim();
        claim = Objects.requireNonNull(claim)
                .decided(
                        next.status(),
                        after.rejection(),
                        next.consent(),
                        next.incentive(),
                        next.statusSince(),
                        next.notes(),
                        next.version());
        for (Earning earning : after.earnings()) {
            earningsSoFar.merge(earning.lineNo(), earning.n(), Math::max);
        }
        return after;
    }
}
