package dev.cpor.job.payout;

import dev.cpor.payout.sign.SigningKey;
import dev.cpor.settings.NightlySettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The key with which nights sign, where {@code nightly.yaml} names one. Read by nights only: others need no right to it. */
public final class Signing {
    private final NightlySettings settings;

    Signing(NightlySettings settings) {
        this.settings = settings;
    }

    /**
     * Returns the key, or null where nights do not sign.
     *
     * @throws dev.cpor.domain.ClearFailure if it cannot be read, or holds something else
     */
    public @Nullable SigningKey key() {
        Path file = settings.payout().signingKey();
        return file == null ? null : SigningKey.read(file);
    }
}
