package dev.cpor.rules.grid;

import dev.cpor.domain.Status;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds claims that wait for ever: however many days they are in their status, no rule moves them on. */
final class Coverage {
    /** Where a reviewer moves the claim on, and a rule has to tell reviewers alone. */
    private static final Set<Status> REVIEWED = Set.of(Status.SUBMITTED, Status.UNDER_REVIEW);

    private final Tried tried;
    private final BitSet moving = new BitSet();

    private Coverage(Tried tried) {
        this.tried = tried;
        tried.rules().forEach(rule -> tried.saidBy(rule.rule())
                .forEach((what, where) ->
                        where.stream().filter(number -> moves(what, number)).forEach(moving::set)));
    }

    static List<Remark> remarks(Tried tried) {
        // Where a rule is not known to fire, it is not known what it leaves out either.
        boolean known = tried.rules().stream()
                .allMatch(rule ->
                        rule.doubt() == null || !tried.firing(rule.rule()).isEmpty());
        boolean all = tried.grid().leftOut().stream().noneMatch(rules -> rules.size() == 1);
        Coverage coverage = new Coverage(tried);
        return known && all
                ? State.MOVING.stream()
                        .flatMap(state -> coverage.remarks(state).stream())
                        .toList()
                : List.of();
    }

    private boolean moves(String what, int number) {
        State state = tried.point(number).state();
        if (state == null) {
            return false;
        }
        return what.startsWith("reject ")
                || (what.equals("handOff") && state.equals(State.PENDING))
                || (what.startsWith("escalate ") && REVIEWED.contains(state.status()));
    }

    private List<Remark> remarks(State state) {
        WaitingClaims claims = new WaitingClaims(standing());
        List<Point> points = tried.grid().points();
        for (int number = 0; number < points.size(); number++) {
            if (state.equals(points.get(number).state())) {
                claims.add(points.get(number).choice(), moving.get(number));
            }
        }
        int most = tried.grid().isComplete()
                ? Integer.MAX_VALUE
                : tried.grid().leftOut().isEmpty() ? 1 : 0;
        List<Remark> remarks = new ArrayList<>();
        for (String which : claims.inWords(most)) {
            remarks.add(new Remark(null, sentence(state, which)));
        }
        return remarks;
    }

    private static String sentence(State state, String which) {
        String claim = state.inWords() + which;
        if (REVIEWED.contains(state.status())) {
            return "no lifecycle rule escalates or rejects a claim %s, however many days it is; write one that does, or nobody is told that such a claim waits"
                    .formatted(claim);
        }
        return "no lifecycle rule %s a claim %s, however many days it is; write one that does, or such a claim waits for ever"
                .formatted(state.equals(State.PENDING) ? "rejects or hands off" : "rejects", claim);
    }

    /** Returns what rules ask about that stays as it is while a claim waits. */
    private SortedSet<String> standing() {
        SortedSet<String> standing = new TreeSet<>();
        tried.rules().forEach(rule -> standing.addAll(rule.properties()));
        standing.removeAll(ClaimDays.PASSING);
        standing.removeAll(Sentence.STATE);
        return standing;
    }
}
