package dev.cpor.rules.scenario;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can come of a claim, in the words of a file of scenarios. Several can come together: one change, and notes. */
enum Act {
    /** No rule changes or notes anything. */
    NOTHING("nothing"),
    /** The reviewers are told. */
    ESCALATE("escalate"),
    /** The partner is reminded. */
    REMIND("remind"),
    /** The claim is rejected. */
    REJECT("reject"),
    /** The consent window has passed; what assessment then makes of the claim is left open. */
    HAND_OFF("hand off"),
    /** The line, or a line of the claim, earns. */
    EARNS("earns"),
    /** The line, or each line of the claim, earns nothing. */
    INELIGIBLE("ineligible"),
    /** The claim waits and is asked about again. */
    HOLD("hold"),
    /** The rules contradict each other or fail; the claim stays as it was. */
    QUARANTINE("quarantine");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    static @Nullable Act of(String word) {
        for (Act act : values()) {
            if (Column.letters(act.word).equals(Column.letters(word))) {
                return act;
            }
        }
        return null;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(act -> act.word).toList();
    }

    /** Returns acts as somebody would write them into one cell. */
    static String join(Collection<Act> acts) {
        return acts.stream().map(act -> act.word).collect(Collectors.joining("; "));
    }
}
