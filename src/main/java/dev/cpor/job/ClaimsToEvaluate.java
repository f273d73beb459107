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
    /** Of a night whose pages were written by more than one calendar or program, or by nobody knows which: the next night is to trust in none. */
    private static final String NONE = "";

    private final NightWork work;
    private final Evaluations evaluations;
    private final Tallies tallies;
    private final OpenClaims claims;
    private final DueClaims due;
    private volatile @Nullable Chosen chosen;
    private volatile @Nullable Found found;

    /** What was found out for a night in hand. */
    private record Chosen(NightWork.Hand hand, NightScope scope) {}

    /** The numbers of the due claims, as they were found when these were cut: to look for them costs more than to remember them. */
    private record Found(NightWork.Hand hand, List<Long> numbers) {}

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
        String countedBy = countedBy();
        Optional<Begun> begun = evaluations.of(run);
        if (!evaluations.hasDecided(run)) {
            // Who asked for every claim has asked for the whole night, however often it is started until it decides.
            boolean full = work.hand().full()
                    || begun.filter(before -> before.why() == EveryClaim.FULL).isPresent();
            evaluations.begin(
                    run, evaluations.lastHistoryRow(), countedBy, scope(evaluations.lastBut(run), countedBy, full));
        } else if (begun.isEmpty()) {
            adopt(run);
        } else if (!isOver()) {
            EveryClaim why = changed(begun.get(), countedBy);
            if (why != null) {
                String by =
                        why == EveryClaim.CALENDAR || begun.get().countedBy().equals(NONE) ? NONE : countedBy;
                goOn(run, begun.get().historyBefore(), by, new NightScope.Every(why, null));
            }
        }
    }

    /** A version of the program that noted nothing has written the decisions of this run, be it all of them or some. */
    private void adopt(long run) {
        NightScope.Every first = new NightScope.Every(EveryClaim.FIRST, null);
        if (isOver()) {
            evaluations.adopt(run, evaluations.lastHistoryRow(), NONE, first);
        } else {
            goOn(run, 0, NONE, first);
        }
    }

    private void goOn(long run, long historyBefore, String countedBy, NightScope.Every scope) {
        evaluations.goOn(run, historyBefore, countedBy, scope);
        countAnew(run, historyBefore);
    }

    /** Those claims that the run has closed are not evaluated once more, and none of the others is to count twice. */
    private void countAnew(long run, long historyBefore) {
        tallies.replace(run, Tallies.Topic.EVALUATED, claims.closedBy(run, historyBefore));
        tallies.forget(run, Tallies.Topic.QUARANTINED);
        evaluations.forgetQuarantined(run);
    }

    /**
     * Decides for somebody who evaluates from the first claim on, whatever the night has evaluated already.
     *
     * @return whether it has decided on a claim already
     */
    boolean chooseFromTheFirst() {
        long run = work.night().run();
        boolean decided = evaluations.hasDecided(run);
        choose();
        if (decided && !isOver()) {
            countAnew(run, evaluations.of(run).orElseThrow().historyBefore());
        }
        return decided;
    }

    /** Says whether all claims that the night has to evaluate are evaluated: another start of it does not do so again. */
    boolean isOver() {
        return evaluations.isOver(work.night().run());
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

    private NightScope scope(Optional<Begun> last, String countedBy, boolean full) {
        EveryClaim why = last.isEmpty() ? EveryClaim.FIRST : against(last.get(), countedBy);
        if (why != null) {
            return new NightScope.Every(full ? EveryClaim.FULL : why, null);
        }
        NightScope.Due since = since(last.orElseThrow());
        if (full) {
            return new NightScope.Every(EveryClaim.FULL, since);
        }
        boolean routine = evaluations.nightsByQuery(work.night().run()) + 1
                >= work.hand().settings().sweepEvery();
        return routine ? new NightScope.Every(EveryClaim.ROUTINE, since) : since;
    }

    /** Returns what speaks against looking only for what has changed since a night, null if nothing does. */
    private @Nullable EveryClaim against(Begun last, String countedBy) {
        DayLimits limits = work.ruleSet().dayLimits();
        LocalDate date = work.night().businessDate();
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
        NightScope.Due check = begun.why() == EveryClaim.ROUTINE || begun.why() == EveryClaim.FULL
                ? evaluations
                        .before(begun)
                        .filter(last -> against(last, begun.countedBy()) == null)
                        .map(this::since)
                        .orElse(null)
                : null;
        return new NightScope.Every(Objects.requireNonNull(begun.why()), check);
    }

    /** Returns the pages of the claims of a range whose numbers are greater than {@code after}; at the end an empty one. */
    Supplier<List<OpenClaim>> pages(IdRange range, long after) {
        int size = work.hand().settings().chunk();
        if (!(scope() instanceof NightScope.Due since)) {
            return claims.pages(range, after, size);
        }
        Found known = found;
        return known != null && known.hand() == work.hand()
                ? due.pages(known.numbers(), range, after, size)
                : due.pages(since, range, after, size);
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
        found = null;
        if (!(scope() instanceof NightScope.Due since)) {
            return claims.cut(parts);
        }
        Optional<List<Long>> numbers = due.find(since);
        if (numbers.isEmpty()) {
            return due.cut(since, parts);
        }
        found = new Found(work.hand(), numbers.get());
        return Cut.of(numbers.get(), parts);
    }

    /** What rules count may differ with the calendar, and what is made of it with the program. */
    private String countedBy() {
        return Sha256.of(ProgramBuild.own() + " " + work.hand().calendar().count());
    }
}
