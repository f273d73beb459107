package dev.cpor.store.remote;

/**
 * One try to evaluate a partition. A later try of the same partition has a greater number, and nothing is written for an
 * earlier one any more.
 *
 * @param partition the number of its step execution in Spring Batch
 * @param number counted from 1
 */
public record Attempt(long partition, int number) {
    /** Returns the next try of the same partition. */
    public Attempt next() {
        return new Attempt(partition, number + 1);
    }
}
