package dev.cpor.job.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.broker.OfferScope;
import dev.cpor.broker.OfferSending;
import dev.cpor.broker.PartitionOffer;
import dev.cpor.report.Progress;
import dev.cpor.settings.BrokerAddress;
import dev.cpor.settings.BrokerSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OfferingTest {
    private static final Duration LONG = Duration.ofHours(1);

    /** One whose machine is overloaded, or behind a firewall that swallows what it does not let through. */
    @Test
    void aBrokerThatHangsIsTriedWithOneOfferAndNotWithEach() throws Exception {
        List<PartitionOffer> offers =
                LongStream.range(1, 17).mapToObj(n -> new PartitionOffer(n, 1)).toList();
        AtomicLong ahead = new AtomicLong();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                OfferSending sending =
                        new OfferSending(settings(silent), name -> null, new OfferScope("here", "1.0"))) {
            Offering offering = new Offering(sending, LONG, Progress.none(), () -> System.nanoTime() + ahead.get());

            long start = System.nanoTime();
            offering.send(offers);
            Duration first = since(start);
            offering.send(offers);
            Duration both = since(start);
            ahead.set(Duration.ofSeconds(6).toNanos());
            long later = System.nanoTime();
            offering.send(offers);
            Duration third = since(later);

            assertThat(offering.isAway()).isTrue();
            assertThat(first).as("it waits for an answer").isGreaterThan(Duration.ofSeconds(1));
            assertThat(both.minus(first)).as("and not again at once").isLessThan(Duration.ofMillis(500));
            assertThat(third)
                    .as("nor as soon as one that refuses: it would be waited for all the time")
                    .isLessThan(Duration.ofMillis(500));
            assertThat(first).isLessThan(Duration.ofSeconds(20));
        }
    }

    /** As seems to happen to a process that is frozen while it waits. */
    @Test
    void aBrokerThatWasWaitedForVeryLongIsTriedAgainAfterAMinute() throws Exception {
        ServerSocket nobody = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        nobody.close();
        List<PartitionOffer> offers = List.of(new PartitionOffer(1, 1));
        try (OfferSending sending = new OfferSending(settings(nobody), name -> null, new OfferScope("here", "1.0"))) {
            // Begin and end of the first try, then a look too early, then one in time with begin and end of the second
            // try.
            Iterator<Long> seconds = List.of(0L, 600L, 655L, 665L, 665L, 666L).iterator();
            Offering offering = new Offering(sending, LONG, Progress.none(), () -> Duration.ofSeconds(seconds.next())
                    .toNanos());

            offering.send(offers);
            assertThat(offering.isAway()).isTrue();
            offering.send(offers);
            offering.send(offers);

            assertThat(seconds).isExhausted();
        }
    }

    private static BrokerSettings settings(ServerSocket socket) {
        return new BrokerSettings(
                List.of(BrokerAddress.of("127.0.0.1:" + socket.getLocalPort())), "cpor.partitions", null);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
