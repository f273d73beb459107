package dev.cpor.rules.compile;

import org.jspecify.annotations.Nullable;

/** Knows what was compiled from rules before. */
public interface KeptRules {
    /** Knows nothing. */
    KeptRules NONE = key -> null;

    /** Returns the content of {@link Compiled} by its key, null where it is not known. */
    byte @Nullable [] of(String key);
}
