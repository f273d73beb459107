package dev.cpor.trial;

import dev.cpor.decision.Decision;
import dev.cpor.trial.Acts.Act;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what two rule sets make of the same claims. */
final class Comparison {
    private static final int MOVERS = 10;
    private static final Comparator<Moving> LEAST_MONEY_FIRST = Comparator.comparing(
                    (Moving moving) -> moving.usd().abs())
            .thenComparing(moving -> moving.change().claimId(), Comparator.reverseOrder());

    private final RuleDifferences differences;
    private final Acts nowActs = new Acts();
    private final Acts withActs = new Acts();
    private final Sums nowSums = new Sums();
    private final Sums withSums = new Sums();
    private final List<Change> changes = new ArrayList<>();
    private final List<Simulated.Noted> noted = new ArrayList<>();
    private final Map<List<String>, Long> moves = new TreeMap<>(Comparator.comparing(List::toString));
    private final Map<String, Simulated.Quarantine> quarantined = new TreeMap<>();
    private final PriorityQueue<Moving> movers = new PriorityQueue<>(LEAST_MONEY_FIRST);
    private long claims;

    /** A claim that changes, with what explains it. */
    private record Moving(Change change, BigDecimal usd, RuleDifferences.Moment moment) {}

    Comparison(RuleDifferences differences) {
        this.differences = differences;
    }

    void now(LocalDate night, Decision decision) {
        claims++;
        nowActs.add(decision);
        if (decision instanceof Decision.HandedOff handedOff) {
            nowSums.add(handedOff.earnings());
        } else if (decision instanceof Decision.Quarantined one) {
            quarantine(new Simulated.Quarantine(one.claim().claimId(), night, one.message(), null));
        }
    }

    void with(LocalDate night, Decision decision) {
        withActs.add(decision);
        if (decision instanceof Decision.HandedOff handedOff) {
            withSums.add(handedOff.earnings());
        } else if (decision instanceof Decision.Quarantined one) {
            quarantine(new Simulated.Quarantine(one.claim().claimId(), night, null, one.message()));
        }
    }

    private void quarantine(Simulated.Quarantine one) {
        quarantined.merge(one.claimId(), one, Simulated.Quarantine::and);
    }

    /**
     * Compares how a claim stands in the end.
     *
     * @param moment where the two sides parted, nothing when they never did
     */
    void compare(String claimId, Outcome now, Outcome with, Optional<RuleDifferences.Moment> moment) {
        if (now.standsLike(with)) {
            if (!now.notes().equals(with.notes())) {
                noted.add(new Simulated.Noted(claimId, now.notes(), with.notes()));
            }
            return;
        }
        Change change = new Change(claimId, now, with);
        changes.add(change);
        moves.merge(List.of(now.told(), with.told()), 1L, Long::sum);
        moment.ifPresent(parted -> {
            movers.add(new Moving(change, with.usd().subtract(now.usd()), parted));
            if (movers.size() > MOVERS) {
                movers.poll();
            }
        });
    }

    Simulated result(Simulated.Trial tried) {
        changes.sort(Comparator.comparing(Change::claimId));
        noted.sort(Comparator.comparing(Simulated.Noted::claimId));
        return new Simulated(
                tried, claims, changes, noted, List.copyOf(quarantined.values()), rules(), moves(), money(), movers());
    }

    private List<Simulated.RuleCount> rules() {
        SortedSet<Act> acts = new TreeSet<>(Act.ORDER);
        nowActs.acts().forEach(acts::add);
        withActs.acts().forEach(acts::add);
        return acts.stream()
                .map(act -> new Simulated.RuleCount(act.rule(), act.action(), nowActs.count(act), withActs.count(act)))
                .toList();
    }

    private List<Simulated.Move> moves() {
        return moves.entrySet().stream()
                .map(move ->
                        new Simulated.Move(move.getKey().get(0), move.getKey().get(1), move.getValue()))
                .toList();
    }

    private List<Simulated.Sum> money() {
        SortedSet<Sums.Key> keys = new TreeSet<>(nowSums.all().keySet());
        keys.addAll(withSums.all().keySet());
        return keys.stream()
                .map(key -> new Simulated.Sum(
                        key.program(),
                        key.currency(),
                        nowSums.of(key, withSums).amount(),
                        withSums.of(key, nowSums).amount(),
                        nowSums.of(key, withSums).usd(),
                        withSums.of(key, nowSums).usd()))
                .toList();
    }

    private List<Simulated.Mover> movers() {
        return movers.stream()
                .sorted(LEAST_MONEY_FIRST.reversed())
                .map(moving -> new Simulated.Mover(
                        moving.change().claimId(),
                        moving.moment().night(),
                        moving.usd(),
                        moving.change().now().told(),
                        moving.change().with().told(),
                        differences.of(moving.moment())))
                .toList();
    }
}
