package dev.cpor.rules.compile;

import dev.cpor.rules.compile.CheckedRules.Check;
import dev.cpor.rules.drl.RuleText;
import java.util.Set;

/** Compiles rules that one of the checks would not let through. */
public final class FewerChecks {
    private FewerChecks() {}

    /** Compiles rules whatever they say. */
    public static CheckedRules none(RuleText text) {
        return CheckedRules.of(text, Set.of());
    }

    /** Checks the text, and compiles nothing that is wrong. */
    public static CheckedRules ofText(RuleText text) {
        return CheckedRules.of(text, Set.of(Check.GATE));
    }

    /** Checks what was compiled, and not the text. */
    public static CheckedRules ofBytecode(RuleText text) {
        return CheckedRules.of(text, Set.of(Check.BYTECODE));
    }
}
