package dev.cpor.rules.explain;

import org.jspecify.annotations.Nullable;

/**
 * What one rule said to one record, and if it said nothing, why.
 *
 * @param file where the rule stands, relative to the rules folder
 * @param line where it begins there, from 1
 * @param lineNo the claim line that was asked about, null where it was the claim
 * @param failed the first of its conditions that was not met, as it is written; null when the rule fired
 * @param found what that condition found, such as {@code businessDaysInStatus is 4}; null when the rule fired
 */
public record Explanation(
        String file,
        int line,
        String rule,
        @Nullable Integer lineNo,
        @Nullable String failed,
        @Nullable String found) {

    /** Says whether the rule fired. */
    public boolean fired() {
        return failed == null;
    }

    /** Returns {@code fired}, or what was found and what must be, such as {@code businessDaysInStatus is 4, must be > 5}. */
    public String told() {
        String condition = failed;
        if (condition == null || found == null) {
            return "fired";
        }
        int blank = condition.indexOf(' ');
        boolean simple = blank > 0 && found.startsWith(condition.substring(0, blank) + " is ") && !found.contains(", ");
        return simple ? found + ", must be " + condition.substring(blank + 1) : found + "; must be met: " + condition;
    }
}
