package dev.cpor.rules.grid;

import dev.cpor.decision.Findings;
import java.util.List;
import java.util.Map;

/** Compiled rules that can be asked about records. The first component of a record is its place in the list that is asked about. */
public interface Engine {
    /** Returns what the rules find. */
    Findings ask(List<Record> records);

    /**
     * Asks one rule as if it had one condition less.
     *
     * @return by the text of each condition, in their order, the first record on which the rule fires without it; those without
     *     which it still does not fire are missing
     */
    Map<String, Integer> askWithoutCondition(String rule, List<Record> records);
}
