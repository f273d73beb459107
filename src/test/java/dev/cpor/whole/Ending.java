package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.FolderTexts;
import dev.cpor.cli.Sandbox;
import dev.cpor.store.claim.ClaimHistory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How runs ended: all that must be the same when only their circumstances differ.
 *
 * @param payout the files below {@code out/payout}, by their paths
 * @param claims what {@code claims list --format csv} says
 * @param histories each claim's history, by claim ID
 */
record Ending(Map<String, String> payout, List<String> claims, Map<String, List<ClaimHistory.Entry>> histories) {
    static Ending of(Sandbox sandbox) {
        return new Ending(
                FolderTexts.below(sandbox.out().resolve("payout")),
                sandbox.run("claims", "list", "--format", "csv").lines(),
                new TreeMap<>(sandbox.histories()));
    }

    /** Says where another one differs, instead of showing both in full. */
    void isHowEnds(Ending other) {
        assertThat(other.claims).isEqualTo(claims);
        assertThat(other.histories.keySet()).isEqualTo(histories.keySet());
        histories.forEach((claim, history) ->
                assertThat(other.histories.get(claim)).as(claim).isEqualTo(history));
        assertThat(other.payout.keySet()).isEqualTo(payout.keySet());
        payout.forEach(
                (file, text) -> assertThat(other.payout.get(file)).as(file).isEqualTo(text));
    }
}
