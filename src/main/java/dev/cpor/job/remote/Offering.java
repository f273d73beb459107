package dev.cpor.job.remote;

import dev.cpor.broker.OfferSending;
import dev.cpor.broker.PartitionOffer;
import dev.cpor.report.Progress;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Sends each offer, again when nobody takes it, and later when the broker is away; tells when it is, and when it is back. */
final class Offering {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    /** A broker that hangs is waited for a tenth of the time: whoever waits does nothing else meanwhile. */
    private static final int REST = 9;

    /** It is not given up for longer because this process itself was frozen while it waited. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** After one offer that took longer, partitions that were taken are looked after before the next. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final OfferSending sending;
    private final Duration again;
    private final Progress progress;
    private final LongSupplier nanos;
    private final Map<PartitionOffer, Long> sentAt = new HashMap<>();
    private boolean away;
    private long triedAt;
    private Duration pause = BETWEEN_TRIES;

    /** @param again for how long an offer is not taken before it may be lost, so that it is sent once more */
    Offering(OfferSending sending, Duration again, Progress progress) {
        this(sending, again, progress, System::nanoTime);
    }

    /** @param nanos a clock that counts on like {@link System#nanoTime} */
    Offering(OfferSending sending, Duration again, Progress progress, LongSupplier nanos) {
        this.sending = sending;
        this.again = again;
        this.progress = progress;
        this.nanos = nanos;
    }

    /** Says whether the broker did not take the last offer. */
    boolean isAway() {
        return away;
    }

    /** Sends those offers that are not on their way. A broker that is away is tried with one of them, and not with each. */
    void send(List<PartitionOffer> free) {
        for (PartitionOffer offer : free) {
            if (away && since(triedAt).compareTo(pause) < 0) {
                return;
            }
            Long before = sentAt.get(offer);
            if ((before == null || since(before).compareTo(again) > 0)
                    && send(offer).compareTo(SLOW) > 0) {
                return;
            }
        }
    }

    /** Returns how long it took. */
    private Duration send(PartitionOffer offer) {
        long start = nanos.getAsLong();
        Optional<String> reason = sending.send(offer);
        // It may have taken long to find out that there is no answer.
        triedAt = nanos.getAsLong();
        Duration took = Duration.ofNanos(triedAt - start);
        pause = Collections.min(
                List.of(LONGEST_PAUSE, Collections.max(List.of(BETWEEN_TRIES, took.multipliedBy(REST)))));
        if (reason.isEmpty()) {
            sentAt.put(offer, triedAt);
            if (away) {
                progress.note("The broker answers again; workers are offered what is left.");
            }
        } else if (!away) {
            progress.note(reason.get() + "; this night evaluates claims itself until it does.");
        }
        away = reason.isPresent();
        return took;
    }

    private Duration since(long moment) {
        return Duration.ofNanos(nanos.getAsLong() - moment);
    }
}
