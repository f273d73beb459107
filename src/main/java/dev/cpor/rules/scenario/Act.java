package dev.cpor.rules.scenario;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can come of a claim, in the words of a file of scenarios. Several can come together: one change, and notes. */
enum Act {
    NOTHING("nothing"),
    ESCALATE("escalate"),
    REMIND("remind"),
    REJECT("reject"),
    /** The consent window has passed; what assessment then makes of the claim is left open. */
    HAND_OFF("hand off"),
    EARNS("earns"),
    INELIGIBLE("ineligible"),
    HOLD("hold"),
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
