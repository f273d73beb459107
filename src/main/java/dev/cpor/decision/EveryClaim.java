package dev.cpor.decision;

import org.jspecify.annotations.Nullable;

/** Why a night evaluates every open claim, and not only those that are due. */
public enum EveryClaim {
    /** There is no night before that noted what it had seen: it goes without saying. */
    FIRST(null),
    UNFINISHED("the night before it has not ended"),
    ORDER("a night of a later business date came before it"),
    RULES("the rules are others than those of the night before"),
    CALENDAR("the calendar or the program is another than that of the night before"),
    UNREAD("a rule depends on the business date in a way that cannot be read off, see: cpor rules check"),
    DATE("a rule names a business date that has come"),
    FULL("--full asked for it"),
    ROUTINE("sweepEvery in nightly.yaml asked for it");

    private final @Nullable String because;

    EveryClaim(@Nullable String because) {
        this.because = because;
    }

    /** Returns a clause that can stand behind "because", null where there is nothing to say. */
    public @Nullable String because() {
        return because;
    }
}
