package dev.cpor.store.past;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rejection or a hand-off by rules, and what became of it.
 *
 * @param claim the claim's number inside the database
 * @param version the version that the decision left the claim with
 * @param kind {@code REJECTED} or {@code HANDED_OFF}
 * @param rules the rules that decided, with {@code "; "} between them
 * @param reason why, null for a hand-off that earned something
 * @param happened the kinds of the history rows after it, the oldest first
 * @param before where the claim stood before the night's decision
 * @param earnings how many earnings of it are not reversed, nor asked to be
 */
public record RuleDecision(
        long claim,
        String claimId,
        int version,
        String kind,
        String rules,
        @Nullable String reason,
        Fate fate,
        List<String> happened,
        Stay before,
        int earnings) {

    /** What became of a decision. */
    public enum Fate {
        /** Nothing has happened to the claim since. */
        STANDS,
        /** The claim was put back to where it stood before. */
        REINSTATED,
        /** Something has happened to the claim since. */
        MOVED_ON
    }

    /** Takes a copy of the list. */
    public RuleDecision {
        happened = List.copyOf(happened);
    }

    /** Says whether the claim can be put back to where it stood before. */
    public boolean stands() {
        return fate == Fate.STANDS;
    }
}
