package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How extracts leave the house.
 *
 * @param signingKey the private key with which nights sign manifests and control files; null: they do not sign
 * @param releaseSteps 2 when one person prepares a release and another releases, 1 when one person does both
 * @param delivery where released files go
 */
public record PayoutSettings(@Nullable Path signingKey, int releaseSteps, DeliverySettings delivery) {
    /** Refuses an empty path and any other number of steps. */
    public PayoutSettings {
        if (signingKey != null && signingKey.toString().isBlank()) {
            throw new InvalidSetting(
                    "signingKey",
                    "signingKey is empty, but must be the path of a private key, or null for nights that do not sign");
        }
        if (releaseSteps < 1 || releaseSteps > 2) {
            throw new InvalidSetting(
                    "releaseSteps",
                    "releaseSteps is %d, but must be 2, one person prepares and another releases, or 1"
                            .formatted(releaseSteps));
        }
    }

    @JsonCreator
    static PayoutSettings of(
            @Nullable Path signingKey, @Nullable Integer releaseSteps, @Nullable DeliverySettings delivery) {
        return new PayoutSettings(
                signingKey,
                releaseSteps != null ? releaseSteps : 2,
                delivery != null ? delivery : DeliverySettings.defaults());
    }

    static PayoutSettings defaults() {
        return of(null, null, null);
    }
}
