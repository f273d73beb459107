package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a night shares its evaluation with workers on other machines.
 *
 * @param broker what brings partitions to workers; null: there are no workers
 * @param partitions into how many partitions such a night cuts the open claims
 * @param patience how long it waits for any worker to take a partition before it evaluates claims itself
 * @param pageTime how long a worker may be at one page before its partition is taken over, though it gives signs of life
 */
public record RemoteSettings(@Nullable BrokerSettings broker, int partitions, Duration patience, Duration pageTime) {
    /** Refuses no partitions and no time. */
    public RemoteSettings {
        Checks.atLeastOne("partitions", partitions);
        Checks.positive("patience", patience);
        Checks.positive("pageTime", pageTime);
    }

    @JsonCreator
    static RemoteSettings of(
            @Nullable BrokerSettings broker,
            @Nullable Integer partitions,
            @Nullable Duration patience,
            @Nullable Duration pageTime) {
        return new RemoteSettings(
                broker,
                partitions != null ? partitions : 16,
                patience != null ? patience : Duration.ofSeconds(10),
                pageTime != null ? pageTime : Duration.ofMinutes(10));
    }

    static RemoteSettings defaults() {
        return of(null, null, null, null);
    }
}
