package dev.cpor.job.remote;

import dev.cpor.job.OpenClaimPages;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The claims of a partition, by their numbers in the database, as messages name them. */
record ClaimRange(long first, long last) {
    static ClaimRange of(StepExecution partition) {
        ExecutionContext context = partition.getExecutionContext();
        return new ClaimRange(context.getLong(OpenClaimPages.FIRST), context.getLong(OpenClaimPages.LAST));
    }

    /** Returns it such as {@code claims 1 to 5,000}. */
    @Override
    public String toString() {
        return "claims %,d to %,d".formatted(first, last);
    }
}
