package dev.cpor.job;

import dev.cpor.decision.RuleSet;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.report.Progress;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.night.Night;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The night in hand: what its steps need to know. There is one at a time in a process, as there is one at a time in the
 * database.
 */
public final class NightWork {
    private volatile @Nullable Hand hand;

    /**
     * A night.
     *
     * @param ruleSet null for an intake alone
     * @param restarted whether the night was begun before
     * @param full whether every open claim is to be evaluated, due or not
     */
    public record Hand(
            Night night,
            BusinessCalendar calendar,
            @Nullable RuleSet ruleSet,
            NightlySettings settings,
            Path inbox,
            Path out,
            Progress progress,
            boolean restarted,
            boolean full) {}

    /** Takes a night in hand in the place of the one before. */
    public void take(Hand next) {
        hand = next;
    }

    /** Returns the night in hand. */
    public Hand hand() {
        return Objects.requireNonNull(hand, "A step runs, but no night is in hand.");
    }

    /** Returns what the night in hand writes as. */
    public Night night() {
        return hand().night();
    }

    /** Returns the rules of the night in hand. */
    public RuleSet ruleSet() {
        return Objects.requireNonNull(hand().ruleSet(), "An intake alone evaluates no claim.");
    }
}
