package dev.cpor.rules.scenario;

import java.util.List;

/**
 * What became of the scenarios.
 *
 * @param wrong one sentence for each thing that is wrong: a cell that differs or cannot be read, as
 *     {@code file:line:column: case "…": …}, by file and place; then each rule without a hit or a near miss
 * @param cases how many cases there are, without those that cannot be read
 * @param different how many of them did not come out as expected
 * @param rules how many rules there are
 * @param covered how many of them have a hit and a near miss
 */
public record ScenarioReport(List<String> wrong, int cases, int different, int rules, int covered) {

    /** Says whether every case came out as expected and every rule has a hit and a near miss. */
    public boolean passes() {
        return wrong.isEmpty();
    }
}
