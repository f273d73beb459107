package dev.cpor.job.remote;

import dev.cpor.job.DaemonThreads;
import dev.cpor.store.remote.Attempt;
import dev.cpor.store.remote.TakenPartitions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Gives signs of life for the partitions that this process works on. */
final class Heartbeats implements AutoCloseable {
    private final TakenPartitions partitions;
    private final Map<Attempt, ScheduledFuture<?>> beats = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("heartbeats"));

    Heartbeats(TakenPartitions partitions) {
        this.partitions = partitions;
    }

    void begin(Attempt attempt, Duration every) {
        beats.put(
                attempt,
                heart.scheduleWithFixedDelay(
                        () -> beat(attempt), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
    }

    void end(Attempt attempt) {
        ScheduledFuture<?> beat = beats.remove(attempt);
        if (beat != null) {
            beat.cancel(false);
        }
    }

    /** A beat that fails, in whatever way, is tried again at the next; when the partition is lost, the next page says so. */
    private void beat(Attempt attempt) {
        try {
            partitions.beat(attempt);
        } catch (RuntimeException | Error e) {
            System.getLogger(Heartbeats.class.getName()).log(System.Logger.Level.INFO, "A heartbeat failed.", e);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
