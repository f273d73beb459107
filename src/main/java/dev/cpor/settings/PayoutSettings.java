package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * How extracts leave the house.
 *
 * @param releaseSteps 2 when one person prepares a release and another releases, 1 when one person does both
 * @param delivery where released files go
 */
public record PayoutSettings(int releaseSteps, DeliverySettings delivery) {
    /** Refuses any other number of steps. */
    public PayoutSettings {
        if (releaseSteps < 1 || releaseSteps > 2) {
            throw new InvalidSetting(
                    "releaseSteps",
                    "releaseSteps is %d, but must be 2, one person prepares and another releases, or 1"
                            .formatted(releaseSteps));
        }
    }

    @JsonCreator
    static PayoutSettings of(@Nullable Integer releaseSteps, @Nullable DeliverySettings delivery) {
        return new PayoutSettings(
                releaseSteps != null ? releaseSteps : 2, delivery != null ? delivery : DeliverySettings.defaults());
    }

    static PayoutSettings defaults() {
        return of(null, null);
    }
}
