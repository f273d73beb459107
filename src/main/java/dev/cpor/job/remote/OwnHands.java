package dev.cpor.job.remote;

import dev.cpor.broker.PartitionOffer;
import dev.cpor.job.DaemonThreads;
import dev.cpor.store.remote.Taken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The threads with which a night evaluates partitions itself when no worker does. */
final class OwnHands implements AutoCloseable {
    private final PartitionTaking taking;
    private final PartitionEvaluation evaluation;
    private final PartitionTaking.SharedNight inHand;
    private final Semaphore idle;
    private final ExecutorService threads;

    OwnHands(PartitionTaking taking, PartitionEvaluation evaluation, Duration heartbeat, int count) {
        this.taking = taking;
        this.evaluation = evaluation;
        this.inHand = PartitionTaking.SharedNight.alreadyInHand(heartbeat);
        this.idle = new Semaphore(count);
        evaluation.go();
        this.threads = Executors.newFixedThreadPool(count, new DaemonThreads("evaluate"));
    }

    /** Returns how many claims this process has decided. */
    long decided() {
        return evaluation.decided();
    }

    /** Begins to evaluate a partition, unless no thread is idle or somebody has taken it. */
    void take(PartitionOffer offer) {
        if (!idle.tryAcquire()) {
            return;
        }
        boolean begun = false;
        try {
            Optional<Taken> taken = taking.take(offer);
            if (taken.isPresent()) {
                threads.execute(() -> {
                    try {
                        taking.evaluate(taken.get(), night -> inHand, note -> {});
                    } finally {
                        idle.release();
                    }
                });
                begun = true;
            }
        } finally {
            if (!begun) {
                idle.release();
            }
        }
    }

    /** Stops after the pages that are being evaluated. */
    @Override
    public void close() {
        evaluation.stop();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(Worker.LAST_PAGE.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
