package dev.cpor.rules.grid;

import org.jspecify.annotations.Nullable;

/**
 * Something that an analyst should know about the rules.
 *
 * @param rule the name of the rule that it is about, null where it is about none
 * @param what what was found, with an example, and what to do; without a full stop
 */
public record Remark(@Nullable String rule, String what) {}
