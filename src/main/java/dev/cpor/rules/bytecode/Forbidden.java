package dev.cpor.rules.bytecode;

import org.jspecify.annotations.Nullable;

/**
 * Something in compiled rules that no rule may contain.
 *
 * @param what for example {@code java.lang.System.exit}
 * @param rule the name of the rule that contains it, null where it belongs to none
 */
public record Forbidden(String what, @Nullable String rule) {}
