package dev.cpor.trial;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.Assessables;
import dev.cpor.decision.Currencies;
import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.Standing;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Claim;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.store.PastClaims;
import dev.cpor.store.PastReferences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets claims live through past nights again, on one side with the rules that each night used, on the other with the rules to
 * be tried. Kept rows and history say how the claims stood before the first of these nights.
 */
final class PastNights {
    private final PastClaims past;
    private final BusinessCalendar calendar;
    private final Progress progress;
    private final List<PastNight> before;
    private final List<PastNight> tried;
    private final Map<PastNight, PastWorld> worlds = new HashMap<>();
    private final Map<PastNight, Currencies> currencies = new HashMap<>();

    /**
     * A night that was.
     *
     * @param rules the rules that it used, null for an intake alone and for a night before those that are tried
     */
    record PastNight(long run, LocalDate date, @Nullable CompiledRules rules) {}

    /**
     * @param before the nights before those that are tried, in the order of their runs
     * @param tried the nights that are tried, at least one
     */
    PastNights(
            PastClaims past,
            PastReferences references,
            BusinessCalendar calendar,
            CurrencyRules currencyRules,
            Progress progress,
            List<PastNight> before,
            List<PastNight> tried) {
        this.past = past;
        this.calendar = calendar;
        this.progress = progress;
        this.before = before;
        this.tried = tried;
        for (PastNight night : tried) {
            PastWorld world = new PastWorld(references, calendar, currencyRules, night.run());
            worlds.put(night, world);
            currencies.put(night, world.currencies(night.date()));
        }
    }

    /** @param size how many claims live through the nights at a time */
    void compare(CompiledRules withRules, int size, Comparison comparison) {
        long first = tried.get(0).run();
        progress.start("Replaying claims", past.count(first));
        List<PastClaims.Identity> page = past.page(0, size, first);
        while (!page.isEmpty()) {
            new Page(page, first).live(withRules, comparison);
            progress.advance(page.size());
            page = past.page(page.get(page.size() - 1).id(), size, first);
        }
        progress.end();
    }

    /** Returns a claim as the evaluation of the first tried night found it, with what assessment needs; null if it was not open. */
    @Nullable
    Found find(PastClaims.Identity identity) {
        PastNight night = tried.get(0);
        Page page = new Page(List.of(identity), night.run());
        page.page.takeRows(night.date(), page.now);
        OpenClaim open = Objects.requireNonNull(page.now.get(identity.id())).open();
        return open == null ? null : new Found(open, page.assessable(night, page.now, open));
    }

    /** Returns today's rules with the exchange rates that a tried night used. */
    Currencies currencies(LocalDate date) {
        return tried.stream()
                .filter(night -> night.date().equals(date))
                .map(currencies::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** A claim as a night found it. */
    record Found(OpenClaim claim, Supplier<Assessable> assessable) {}

    /** Some claims, on both sides. */
    private final class Page {
        private final PastPage page;
        private final Map<Long, Tried> now;
        private final Map<Long, List<Outcome.Earned>> nowEarned = new HashMap<>();
        private final Map<Long, List<Outcome.Earned>> withEarned = new HashMap<>();
        private final Map<Long, RuleDifferences.Moment> parted = new LinkedHashMap<>();
        private final List<Long> ids;

        Page(List<PastClaims.Identity> claims, long first) {
            this.page = new PastPage(past, calendar, claims);
            this.ids = claims.stream().map(PastClaims.Identity::id).toList();
            this.now = page.unborn(past.earningsBefore(first, ids));
            for (PastNight night : before) {
                page.takeRows(night.date(), now);
                page.takeRuled(night.date(), now);
                page.putBackAfter(night.date()).forEach(one -> putBack(one, now, nowEarned));
            }
        }

        void live(CompiledRules withRules, Comparison comparison) {
            Map<Long, Tried> with = new LinkedHashMap<>();
            now.forEach((id, claim) -> with.put(id, claim.copy()));
            LocalDate last = null;
            for (PastNight night : tried) {
                if (last != null) {
                    page.putBackAfter(last).forEach(one -> putBack(one, with));
                }
                last = night.date();
                page.takeRows(night.date(), now);
                page.takeRows(night.date(), with);
                if (night.rules() != null) {
                    Map<Long, Decision> nowDecisions = decide(night, night.rules(), now);
                    Map<Long, Decision> withDecisions = decide(night, withRules, with);
                    nowDecisions.values().forEach(comparison::now);
                    withDecisions.values().forEach(comparison::with);
                    part(night, night.rules(), nowDecisions, withDecisions);
                    apply(night, nowDecisions, now, nowEarned);
                    apply(night, withDecisions, with, withEarned);
                }
            }
            for (long id : ids) {
                Claim one = Objects.requireNonNull(now.get(id)).claim();
                Claim other = Objects.requireNonNull(with.get(id)).claim();
                if (one != null && other != null) {
                    comparison.compare(
                            one.claimId(),
                            Outcome.of(one, nowEarned.getOrDefault(id, List.of())),
                            Outcome.of(other, withEarned.getOrDefault(id, List.of())),
                            Optional.ofNullable(parted.get(id)));
                }
            }
        }

        /** What somebody took back on the one side is taken back on the other only where it came out alike. */
        private void putBack(PastClaims.PutBack one, Map<Long, Tried> with) {
            Outcome nowOutcome = outcome(one.claim(), now, nowEarned);
            if (nowOutcome.standsLike(outcome(one.claim(), with, withEarned))) {
                putBack(one, with, withEarned);
            }
            putBack(one, now, nowEarned);
        }

        private static void putBack(
                PastClaims.PutBack one, Map<Long, Tried> side, Map<Long, List<Outcome.Earned>> earned) {
            Objects.requireNonNull(side.get(one.claim())).take(one);
            earned.remove(one.claim());
        }

        private static Outcome outcome(long id, Map<Long, Tried> side, Map<Long, List<Outcome.Earned>> earned) {
            Claim claim = Objects.requireNonNull(side.get(id)).claim();
            return Outcome.of(Objects.requireNonNull(claim), earned.getOrDefault(id, List.of()));
        }

        private Map<Long, Decision> decide(PastNight night, CompiledRules rules, Map<Long, Tried> side) {
            List<OpenClaim> open = side.values().stream()
                    .map(Tried::open)
                    .filter(Objects::nonNull)
                    .toList();
            Assessables assessables = world(night).assessables(side);
            Map<Long, Decision> decisions = new LinkedHashMap<>();
            Deciding.page(open, rules, assessables, Objects.requireNonNull(currencies.get(night)), night.date())
                    .forEach(decision -> decisions.put(decision.claim().id(), decision));
            return decisions;
        }

        private PastWorld world(PastNight night) {
            return Objects.requireNonNull(worlds.get(night));
        }

        private Supplier<Assessable> assessable(PastNight night, Map<Long, Tried> side, OpenClaim claim) {
            Tried then = Objects.requireNonNull(side.get(claim.id())).copy();
            return () -> world(night)
                    .assessables(Map.of(claim.id(), then))
                    .of(List.of(claim))
                    .get(0);
        }

        /** Notes where the two sides of a claim part. */
        private void part(
                PastNight night,
                CompiledRules nowRules,
                Map<Long, Decision> nowDecisions,
                Map<Long, Decision> withDecisions) {
            nowDecisions.forEach((id, decision) -> {
                Decision other = withDecisions.get(id);
                if (!parted.containsKey(id) && other != null && differ(decision, other, night.date())) {
                    boolean assessed = UpcomingNight.isAssessed(decision) || UpcomingNight.isAssessed(other);
                    parted.put(
                            id,
                            new RuleDifferences.Moment(
                                    night.date(),
                                    decision.claim(),
                                    assessed ? assessable(night, now, decision.claim()) : null,
                                    nowRules));
                }
            });
        }

        private static boolean differ(Decision one, Decision other, LocalDate night) {
            return !Outcome.of(Standing.after(one, night)).equals(Outcome.of(Standing.after(other, night)));
        }

        private static void apply(
                PastNight night,
                Map<Long, Decision> decisions,
                Map<Long, Tried> side,
                Map<Long, List<Outcome.Earned>> earned) {
            decisions.forEach((id, decision) -> {
                Standing after = Objects.requireNonNull(side.get(id)).take(decision, night.date());
                after.earnings().forEach(earning -> earned.computeIfAbsent(id, first -> new ArrayList<>())
                        .add(Outcome.Earned.of(earning)));
            });
        }
    }
}
