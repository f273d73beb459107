package dev.cpor.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ActiveMQ Artemis that brings partitions to workers. There is no secret among its keys.
 *
 * @param addresses where it listens, at least one; a connection that cannot be made to one is made to the next
 * @param queue the queue of the partitions
 * @param tls how the connection is encrypted; null: it is not
 */
public record BrokerSettings(
        List<BrokerAddress> addresses,
        String queue,
        @Nullable TlsSettings tls) {
    /** Refuses a broker that cannot be reached. */
    public BrokerSettings {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new InvalidSetting(
                    "addresses", "addresses is empty, but must hold at least one, such as broker.example.org:61616");
        }
        if (queue.isBlank()) {
            throw new InvalidSetting(
                    "queue", "queue is empty, but must be the name of a queue, such as cpor.partitions");
        }
    }

    @JsonCreator
    static BrokerSettings of(
            @Nullable List<BrokerAddress> addresses, @Nullable String queue, @Nullable TlsSettings tls) {
        if (addresses == null) {
            throw new InvalidSetting(
                    "", "addresses is missing, but must hold at least one, such as broker.example.org:61616");
        }
        return new BrokerSettings(addresses, queue != null ? queue : "cpor.partitions", tls);
    }

    /** Returns the addresses for messages, such as {@code broker.example.org:61616}. */
    public String shown() {
        return addresses.stream().map(BrokerAddress::toString).collect(Collectors.joining(" or "));
    }
}
