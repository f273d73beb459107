package dev.cpor.job;

import dev.cpor.decision.DayLimits;
import dev.cpor.decision.DueRange;
import dev.cpor.decision.EveryClaim;
import dev.cpor.decision.OpenClaim;
import dev.cpor.digest.Sha256;
import dev.cpor.job.rules.ProgramBuild;
import dev.cpor.store.claim.DueClaims;
import dev.cpor.store.claim.NightScope;
import dev.cpor.store.claim.OpenClaims;
import dev.cpor.store.claim.OpenClaims.Cut;
import dev.cpor.store.claim.OpenClaims.IdRange;
import dev.cpor.store.night.Evaluations;
import dev.cpor.store.night.Evaluations.Begun;
import dev.cpor.store.night.Tallies;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides which open claims the night in hand evaluates. Where the night before evaluated every claim, or every one that was
 * due, by the same rules, calendar and program, what they say has changed only for claims that are due; otherwise every open
 * claim is evaluated.
 */
public final class ClaimsToEvaluate {
    /** Of a night whose pages were written by one calendar and by another: the next night is to trust in neither. */
    private static final String NONE = "";

    private final NightWork work;
    private final Evaluations evaluations;
    private final Tallies tallies;
    private final OpenClaims claims;
    private final DueClaims due;
    private volatile @Nullable Chosen chosen;

    /** What was found out for a night in hand. */
    private record Chosen(NightWork.Hand hand, NightScope scope) {}

    ClaimsToEvaluate(NightWork work, Evaluations evaluations, Tallies tallies, OpenClaims claims, DueClaims due) {
        this.work = work;
        this.evaluations = evaluations;
        this.tallies = tallies;
        this.claims = claims;
        this.due = due;
    }

    /**
     * Decides, or decides again at another start, and notes it with the run. Comes before the first claim is read. Of an
     * evaluation that is over stays noted what it has seen: the next night looks for what has happened since.
     */
    void choose() {
        long run = work.night().run();
        if (evaluations.isOver(run)) {
            return;
        }
        String countedBy = countedBy();
        Optional<Begun> begun = evaluations.of(run).filter(before -> evaluations.hasDecided(run));
        if (begun.isEmpty()) {
            evaluations.begin(run, evaluations.lastHistoryRow(), countedBy, scope(evaluations.lastBut(run), countedBy));
            return;
        }
        EveryClaim why = changed(begun.get(), countedBy);
        if (why != null) {
            long historyBefore = begun.get().historyBefore();
            evaluations.goOn(
                    run, historyBefore, why == EveryClaim.CALENDAR ? NONE : countedBy, new NightScope.Every(why, null));
            tallies.replace(run, Tallies.Topic.EVALUATED, claims.closedBy(run, historyBefore));
        }
    }

    /** Returns why a night that has written pages has to look at every claim from now on, null if it can go on in the same way. */
    private @Nullable EveryClaim changed(Begun begun, String countedBy) {
        if (!begun.countedBy().equals(countedBy) && !begun.countedBy().equals(NONE)) {
            return EveryClaim.CALENDAR;
        }
        if (evaluations
                .lastBut(begun.run())
                .filter(last -> last.place() > begun.place())
                .isPresent()) {
            return EveryClaim.ORDER;
        }
        return work.hand().full() && begun.why() == null ? EveryClaim.FULL : null;
    }

    private NightScope scope(Optional<Begun> last, String countedBy) {
        EveryClaim why = last.isEmpty() ? EveryClaim.FIRST : against(last.get(), countedBy);
        if (why != null) {
            return new NightScope.Every(why, null);
        }
        NightScope.Due since = since(last.orElseThrow());
        boolean routine = evaluations.nightsByQuery(work.night().run()) + 1
                >= work.hand().settings().sweepEvery();
        return routine ? new NightScope.Every(EveryClaim.ROUTINE, since) : since;
    }

    /** Returns what speaks against looking only for what has changed since a night, null if nothing does. */
    private @Nullable EveryClaim against(Begun last, String countedBy) {
        DayLimits limits = work.ruleSet().dayLimits();
        LocalDate date = work.night().businessDate();
        if (work.hand().full()) {
            return EveryClaim.FULL;
        }
        if (!last.complete()) {
            return EveryClaim.UNFINISHED;
        }
        if (!last.businessDate().isBefore(date)) {
            return EveryClaim.ORDER;
        }
        if (!work.ruleSet().fingerprint().equals(last.ruleset())) {
            return EveryClaim.RULES;
        }
        if (!countedBy.equals(last.countedBy())) {
            return EveryClaim.CALENDAR;
        }
        if (!limits.unread().isEmpty()) {
            return EveryClaim.UNREAD;
        }
        return limits.dates().stream().anyMatch(day -> day.isAfter(last.businessDate()) && !day.isAfter(date))
                ? EveryClaim.DATE
                : null;
    }

    private NightScope.Due since(Begun last) {
        return new NightScope.Due(
                last.run(),
                last.businessDate(),
                last.historyBefore(),
                DueRange.passed(
                        work.ruleSet().dayLimits(),
                        work.hand().calendar(),
                        last.businessDate(),
                        work.night().businessDate()));
    }

    /** Returns what was decided for the night in hand. */
    NightScope scope() {
        Chosen known = chosen;
        if (known == null || known.hand() != work.hand()) {
            known = new Chosen(work.hand(), noted());
            chosen = known;
        }
        return known.scope();
    }

    /** Finds it from what stands with the run: another process may have decided it. */
    private NightScope noted() {
        Begun begun = evaluations.of(work.night().run()).orElseThrow();
        Long since = begun.dueSince();
        if (since != null) {
            return since(evaluations.of(since).orElseThrow());
        }
        NightScope.Due check = begun.why() == EveryClaim.ROUTINE
                ? since(evaluations.before(begun).orElseThrow())
                : null;
        return new NightScope.Every(Objects.requireNonNull(begun.why()), check);
    }

    /** Returns the pages of the claims of a range whose numbers are greater than {@code after}; at the end an empty one. */
    Supplier<List<OpenClaim>> pages(IdRange range, long after) {
        int size = work.hand().settings().chunk();
        return scope() instanceof NightScope.Due since
                ? due.pages(since, range, after, size)
                : claims.pages(range, after, size);
    }

    /** Returns what says of the claims of a range, in their order, whether they would have been due; null where that is not looked at. */
    @Nullable
    LongPredicate check(IdRange range, long after) {
        return scope() instanceof NightScope.Every every && every.check() != null
                ? due.check(every.check(), range, after)
                : null;
    }

    /** Returns how many claims are open, due or not. */
    long open() {
        return claims.count();
    }

    /** Returns the place of what was chosen among all choices, such that parts of different ones can have different names. */
    long place() {
        return evaluations.of(work.night().run()).orElseThrow().place();
    }

    /** Cuts the claims into at most that many ranges. */
    Cut cut(int parts) {
        return scope() instanceof NightScope.Due since ? due.cut(since, parts) : claims.cut(parts);
    }

    /** What rules count may differ with the calendar, and what is made of it with the program. */
    private String countedBy() {
        return Sha256.of(ProgramBuild.own() + " " + work.hand().calendar().count());
    }
}
