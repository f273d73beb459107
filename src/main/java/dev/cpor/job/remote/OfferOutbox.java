package dev.cpor.job.remote;

import dev.cpor.broker.OfferSending;
import dev.cpor.broker.PartitionOffer;
import dev.cpor.report.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sends each offer once, again when it may be lost, and later when the broker is away; tells when it is, and when it is back. */
final class OfferOutbox {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final OfferSending sending;
    private final Progress progress;
    private final Map<PartitionOffer, Long> sentAt = new HashMap<>();
    private boolean away;
    private long triedAt;

    OfferOutbox(OfferSending sending, Progress progress) {
        this.sending = sending;
        this.progress = progress;
    }

    /** Says whether the broker did not take the last offer. */
    boolean isAway() {
        return away;
    }

    /** Sends an offer, unless it is on its way. */
    void send(PartitionOffer offer) {
        Long before = sentAt.get(offer);
        if (before == null || since(before).compareTo(OfferSending.LIFE) > 0) {
            attempt(offer);
        }
    }

    /** Takes everything that was sent for lost. */
    void forget() {
        sentAt.clear();
    }

    private void attempt(PartitionOffer offer) {
        if (away && since(triedAt).compareTo(BETWEEN_TRIES) < 0) {
            return;
        }
        triedAt = System.nanoTime();
        Optional<String> reason = sending.send(offer);
        if (reason.isEmpty()) {
            sentAt.put(offer, triedAt);
            if (away) {
                progress.note("The broker answers again; workers are offered what is left.");
            }
        } else if (!away) {
            progress.note(reason.get() + "; this night evaluates claims itself until it does.");
        }
        away = reason.isPresent();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
