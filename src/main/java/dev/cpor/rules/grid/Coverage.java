package dev.cpor.rules.grid;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds states in which nothing ever happens to a claim. */
final class Coverage {
    private Coverage() {}

    static List<Remark> remarks(Tried tried) {
        BitSet covered = new BitSet();
        tried.rules().forEach(rule -> covered.or(tried.firing(rule.rule())));
        return State.MOVING.stream()
                .filter(state -> of(tried, state).noneMatch(covered::get))
                .map(state -> new Remark(
                        null,
                        "no lifecycle rule says anything about a claim %s, however many days it is; write one that does, or such a claim waits for ever"
                                .formatted(state.inWords())))
                .toList();
    }

    private static Stream<Integer> of(Tried tried, State state) {
        List<Point> points = tried.grid().points();
        return IntStream.range(0, points.size())
                .filter(number -> state.equals(points.get(number).state()))
                .boxed();
    }
}
