package dev.cpor.store.remote;

/** Somebody else evaluates this partition by now, or nobody is to. */
public final class PartitionLost extends RuntimeException {
    PartitionLost(Attempt attempt) {
        super("Attempt %d at partition %d was taken over.".formatted(attempt.number(), attempt.partition()));
    }
}
