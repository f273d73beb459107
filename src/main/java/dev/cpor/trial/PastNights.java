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
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.store.past.PastClaims;
import dev.cpor.store.past.PastReferences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private final List<PastStage> before;
    private final List<PastStage> tried;
    private final Set<Long> since;
    private final Map<Long, CompiledRules> rules;
    private final Set<Long> named;
    private final Map<PastStage, PastWorld> worlds = new HashMap<>();
    private final Map<PastStage, Currencies> currencies = new HashMap<>();
    private final Map<PastStage, Long> evaluated = new LinkedHashMap<>();

    /**
     * What is to be lived through.
     *
     * @param before what happened before the first evaluation that is tried
     * @param tried what happened from there to the last evaluation that is tried
     * @param since the runs to which anything belongs that happened from there on
     * @param rules by run, those that each night used
     * @param named the runs that are tried with other rules; those between them use their own on both sides
     */
    record Plan(
            List<PastStage> before,
            List<PastStage> tried,
            Set<Long> since,
            Map<Long, CompiledRules> rules,
            Set<Long> named) {}

    PastNights(
            PastClaims past,
            PastReferences references,
            BusinessCalendar calendar,
            CurrencyRules currencyRules,
            Progress progress,
            Plan plan) {
        this.past = past;
        this.calendar = calendar;
        this.progress = progress;
        this.before = plan.before();
        this.tried = plan.tried();
        this.since = plan.since();
        this.rules = plan.rules();
        this.named = plan.named();
        for (PastStage stage : tried) {
            PastWorld world = new PastWorld(references, calendar, currencyRules, stage.read());
            worlds.put(stage, world);
            if (stage instanceof PastStage.Evaluation) {
                currencies.put(stage, world.currencies(stage.date()));
                evaluated.put(stage, 0L);
            }
        }
    }

    /**
     * Compares both sides.
     *
     * @param size how many claims live through the nights at a time
     * @return how many claims each of the nights found open, by its run
     * @throws ClearFailure if what is kept of these nights does not tell them as they were
     */
    Map<Long, Long> compare(CompiledRules withRules, int size, Comparison comparison) {
        progress.start("Replaying claims", past.count(since));
        List<PastClaims.Identity> page = past.page(0, size, since);
        while (!page.isEmpty()) {
            new Page(page).live(withRules, comparison);
            progress.advance(page.size());
            page = past.page(page.get(page.size() - 1).id(), size, since);
        }
        progress.end();
        Map<Long, Long> counts = new LinkedHashMap<>();
        evaluated.forEach((stage, count) -> counts.put(stage.run(), count));
        return counts;
    }

    /** Returns a claim as the first tried evaluation found it, with what assessment needs; null if it was not open. */
    @Nullable
    Found find(PastClaims.Identity identity) {
        PastStage stage = tried.get(0);
        Page page = new Page(List.of(identity));
        OpenClaim open = Objects.requireNonNull(page.now.get(identity.id())).open();
        return open == null ? null : new Found(open, page.assessable(stage, page.now, open), currencies(stage));
    }

    private Currencies currencies(PastStage stage) {
        return Objects.requireNonNull(currencies.get(stage));
    }

    private PastWorld world(PastStage stage) {
        return Objects.requireNonNull(worlds.get(stage));
    }

    /** A claim as a night found it. */
    record Found(OpenClaim claim, Supplier<Assessable> assessable, Currencies currencies) {}

    /** Some claims, on both sides. */
    private final class Page {
        private final PastPage page;
        private final Map<Long, Tried> now;
        private final Map<Long, List<Outcome.Earned>> nowEarned = new HashMap<>();
        private final Map<Long, List<Outcome.Earned>> withEarned = new HashMap<>();
        private final Map<Long, RuleDifferences.Moment> parted = new LinkedHashMap<>();
        private final List<Long> ids;
        private @Nullable LocalDate latest;

        Page(List<PastClaims.Identity> claims) {
            List<PastStage> stages = new ArrayList<>(before);
            stages.addAll(tried);
            this.page = new PastPage(past, calendar, claims, stages);
            this.ids = claims.stream().map(PastClaims.Identity::id).toList();
            this.now = page.unborn(past.earningsBefore(since, ids));
            for (PastStage stage : before) {
                putBack(one -> putBack(one, now, nowEarned));
                if (stage instanceof PastStage.Intake) {
                    page.takeAppliedRows(stage, now);
                } else {
                    page.takeRuled(stage, now);
                    ended(stage);
                }
            }
            putBack(one -> putBack(one, now, nowEarned));
        }

        void live(CompiledRules withRules, Comparison comparison) {
            Map<Long, Tried> with = new LinkedHashMap<>();
            now.forEach((id, claim) -> with.put(id, claim.copy()));
            for (PastStage stage : tried) {
                putBack(one -> putBack(one, with));
                if (stage instanceof PastStage.Intake) {
                    page.takeRows(stage, now, world(stage));
                    page.takeRows(stage, with, world(stage));
                } else {
                    evaluate(stage, with, withRules, comparison);
                    ended(stage);
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

        private void evaluate(PastStage stage, Map<Long, Tried> with, CompiledRules withRules, Comparison comparison) {
            CompiledRules own = Objects.requireNonNull(rules.get(stage.run()));
            boolean isNamed = named.contains(stage.run());
            Map<Long, Decision> nowDecisions = decide(stage, own, now);
            Map<Long, Decision> withDecisions = decide(stage, isNamed ? withRules : own, with);
            if (isNamed) {
                nowDecisions.values().forEach(decision -> comparison.now(stage.date(), decision));
                withDecisions.values().forEach(decision -> comparison.with(stage.date(), decision));
                part(stage, own, nowDecisions, withDecisions);
            }
            evaluated.merge(stage, (long) nowDecisions.size(), Long::sum);
            Map<Long, Integer> versions = new HashMap<>();
            now.forEach((id, claim) -> versions.put(id, claim.version()));
            apply(stage, nowDecisions, now, isNamed ? nowEarned : new HashMap<>());
            page.compare(stage, versions, now);
            apply(stage, withDecisions, with, isNamed ? withEarned : new HashMap<>());
        }

        private void ended(PastStage stage) {
            LocalDate date = latest;
            latest = date == null || stage.date().isAfter(date) ? stage.date() : date;
        }

        /** Hands over what somebody put back after the latest night so far and before the next. */
        private void putBack(Consumer<PastClaims.PutBack> take) {
            LocalDate date = latest;
            if (date == null) {
                return;
            }
            for (PastClaims.PutBack one : page.putBackAfter(date)) {
                if (Objects.requireNonNull(now.get(one.claim())).version() + 1 == one.version()) {
                    take.accept(one);
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

        private Map<Long, Decision> decide(PastStage stage, CompiledRules rules, Map<Long, Tried> side) {
            List<OpenClaim> open = side.values().stream()
                    .map(Tried::open)
                    .filter(Objects::nonNull)
                    .toList();
            Assessables assessables = world(stage).assessables(side);
            Map<Long, Decision> decisions = new LinkedHashMap<>();
            Deciding.page(open, rules, assessables, currencies(stage), stage.date())
                    .forEach(decision -> decisions.put(decision.claim().id(), decision));
            return decisions;
        }

        private Supplier<Assessable> assessable(PastStage stage, Map<Long, Tried> side, OpenClaim claim) {
            Tried then = Objects.requireNonNull(side.get(claim.id())).copy();
            return () -> world(stage)
                    .assessables(Map.of(claim.id(), then))
                    .of(List.of(claim))
                    .get(0);
        }

        /** Notes where the two sides of a claim part. */
        private void part(
                PastStage stage,
                CompiledRules nowRules,
                Map<Long, Decision> nowDecisions,
                Map<Long, Decision> withDecisions) {
            nowDecisions.forEach((id, decision) -> {
                Decision other = withDecisions.get(id);
                if (!parted.containsKey(id) && other != null && differ(decision, other, stage.date())) {
                    parted.put(
                            id,
                            new RuleDifferences.Moment(
                                    stage.date(), decision, other, assessable(stage, now, decision.claim()), nowRules));
                }
            });
        }

        private static boolean differ(Decision one, Decision other, LocalDate night) {
            return !Outcome.of(Standing.after(one, night)).equals(Outcome.of(Standing.after(other, night)));
        }

        private static void apply(
                PastStage stage,
                Map<Long, Decision> decisions,
                Map<Long, Tried> side,
                Map<Long, List<Outcome.Earned>> earned) {
            decisions.forEach((id, decision) -> {
                Standing after = Objects.requireNonNull(side.get(id)).take(decision, stage.date());
                after.earnings().forEach(earning -> earned.computeIfAbsent(id, first -> new ArrayList<>())
                        .add(Outcome.Earned.of(earning)));
            });
        }
    }
}
