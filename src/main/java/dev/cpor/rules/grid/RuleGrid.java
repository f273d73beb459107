package dev.cpor.rules.grid;

import dev.cpor.rules.vocabulary.lifecycle.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds rules that can never fire, that say what another says as well, or that contradict each other, and claims that no rule
 * covers. It asks the compiled rules themselves, about records at each of their limits and beside it, and only about such as
 * there can be.
 */
public final class RuleGrid {
    private RuleGrid() {}

    /**
     * Returns what there is to say about the rules that ask about one kind of record.
     *
     * @param fact the record
     * @param rules the rules that ask about it
     * @param engine these rules, compiled
     */
    public static List<Remark> remarks(Class<? extends Record> fact, List<Asks> rules, Engine engine) {
        Grid grid = Grid.of(fact, rules);
        Tried tried = Tried.of(grid, rules, engine.ask(grid.facts()));
        List<Remark> remarks = new ArrayList<>();
        grid.leftOut().forEach(these -> remarks.add(tooMany(these)));
        remarks.addAll(Firing.remarks(tried, engine));
        if (fact == Claim.class) {
            remarks.addAll(Contradictions.remarks(tried));
            remarks.addAll(Coverage.remarks(tried));
            remarks.addAll(Gaps.remarks(tried));
        }
        return remarks;
    }

    private static Remark tooMany(List<String> rules) {
        return new Remark(
                rules.get(rules.size() - 1),
                "%s too many limits to be tried in every combination; whether it contradicts or repeats another was not looked at"
                        .formatted(
                                rules.size() == 1
                                        ? "has"
                                        : rules.stream()
                                                .limit(rules.size() - 1L)
                                                .collect(Collectors.joining(
                                                        "\", \"", "has, together with rule \"", "\","))));
    }
}
