package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a living night is told from a dead one.
 *
 * @param expiry how long after its last sign of life a night counts as dead
 * @param heartbeat how often a night gives a sign of life
 */
public record LeaseSettings(Duration expiry, Duration heartbeat) {
    /** A start that finds the lease of a dead night waits no longer than this. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Refuses a lease that a single late heartbeat would end, or that a start would not wait for. */
    public LeaseSettings {
        Checks.positive("heartbeat", heartbeat);
        if (expiry.compareTo(heartbeat.multipliedBy(2)) < 0) {
            throw new InvalidSetting(
                    "expiry",
                    "expiry is %s, but must be at least twice the heartbeat of %s, so that one late heartbeat does not end a living night"
                            .formatted(Checks.written(expiry), Checks.written(heartbeat)));
        }
        if (expiry.compareTo(LONGEST_WAIT) > 0) {
            throw new InvalidSetting(
                    "expiry",
                    "expiry is %s, but must be at most %s, because the next start waits no longer for a night that died"
                            .formatted(Checks.written(expiry), Checks.written(LONGEST_WAIT)));
        }
    }

    @JsonCreator
    static LeaseSettings of(@Nullable Duration expiry, @Nullable Duration heartbeat) {
        return new LeaseSettings(
                expiry != null ? expiry : Duration.ofSeconds(15),
                heartbeat != null ? heartbeat : Duration.ofSeconds(5));
    }

    static LeaseSettings defaults() {
        return of(null, null);
    }
}
