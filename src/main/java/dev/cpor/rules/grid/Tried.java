package dev.cpor.rules.grid;

import dev.cpor.decision.Finding;
import dev.cpor.domain.ReasonCode;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the rules said about each record of a grid.
 *
 * @param said by rule, then by what it said, the records that it said it about
 */
record Tried(Grid grid, List<Asks> rules, Answers answers, Map<String, Map<String, BitSet>> said) {

    static Tried of(Grid grid, List<Asks> rules, Answers answers) {
        Map<String, Map<String, BitSet>> said = new TreeMap<>();
        answers.findings()
                .forEach((number, found) ->
                        found.forEach(finding -> said.computeIfAbsent(finding.rule(), rule -> new TreeMap<>())
                                .computeIfAbsent(inWords(finding), what -> new BitSet())
                                .set(number.intValue())));
        return new Tried(grid, rules, answers, said);
    }

    /** Returns the records on which a rule fires. */
    BitSet firing(String rule) {
        BitSet firing = new BitSet();
        saidBy(rule).values().forEach(firing::or);
        return firing;
    }

    Map<String, BitSet> saidBy(String rule) {
        return said.getOrDefault(rule, Map.of());
    }

    Point point(int number) {
        return grid.points().get(number);
    }

    /** Tells one of the records, by what these rules ask about. */
    String example(int number, Asks... asking) {
        Set<String> properties = new HashSet<>();
        for (Asks asks : asking) {
            properties.addAll(asks.properties());
        }
        return grid.population().inWords(point(number).fact(), properties);
    }

    private static String inWords(Finding finding) {
        if (finding instanceof Finding.Escalate it) {
            return with("escalate", it.reason());
        } else if (finding instanceof Finding.Remind it) {
            return with("remind", it.reason());
        } else if (finding instanceof Finding.Reject it) {
            return with("reject", it.reason());
        } else if (finding instanceof Finding.Hold it) {
            return with("hold", it.reason());
        } else if (finding instanceof Finding.ClaimIneligible it) {
            return with("ineligible", it.reason());
        } else if (finding instanceof Finding.LineIneligible it) {
            return with("ineligible", it.reason());
        }
        return finding instanceof Finding.HandOff ? "handOff" : "earn";
    }

    private static String with(String verb, ReasonCode reason) {
        return verb + " " + reason;
    }
}
