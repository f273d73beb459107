package dev.cpor.job;

import dev.cpor.store.claim.OpenClaims.IdRange;
import java.util.Set;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Begins or goes on with the partitions of a night. Spring Batch commits a partition before what it begins with, and goes on with
 * nothing where a start died in between: its range is then taken from its name.
 */
final class RangeSplitter extends SimpleStepExecutionSplitter {
    private final JobRepository repository;

    RangeSplitter(JobRepository repository, String stepName, Partitioner partitions) {
        super(repository, stepName, partitions);
        this.repository = repository;
    }

    @Override
    public Set<StepExecution> split(StepExecution step, int gridSize) throws JobExecutionException {
        Set<StepExecution> partitions = super.split(step, gridSize);
        for (StepExecution partition : partitions) {
            if (partition.getExecutionContext().isEmpty()) {
                String name = partition.getStepName();
                partition.setExecutionContext(
                        OpenClaimPages.context(IdRange.of(name.substring(name.lastIndexOf(':') + 1))));
                repository.updateExecutionContext(partition);
            }
        }
        return partitions;
    }
}
