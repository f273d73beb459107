package dev.cpor.rules;

import java.util.List;

/** Says what is wrong with rules, without a database and without running them. */
public final class RuleCheck {
    private RuleCheck() {}

    /** Returns everything that is wrong, and the warnings, by file and place; empty if there is nothing to say. */
    public static List<Problem> check(RuleText text) {
        return CheckedRules.of(text).problems();
    }
}
