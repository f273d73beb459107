package dev.cpor.settings;

import org.jspecify.annotations.Nullable;
import java.nio.file.Path;

/**
 * How extracts are handed over.
 *
 * @param signingKey the private key with which nights sign manifests and control files; null: they do not sign
 */
public record PayoutSettings(@Nullable Path signingKey) {
    /** Refuses an empty path. */
    public PayoutSettings {
        if (signingKey != null && signingKey.toString().isBlank()) {
            throw new InvalidSetting(
                    "signingKey",
                    "signingKey is empty, but must be the path of a private key, or null for nights that do not sign");
        }
    }

    static PayoutSettings defaults() {
        return new PayoutSettings(null);
    }
}
