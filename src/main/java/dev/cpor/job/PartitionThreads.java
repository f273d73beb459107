package dev.cpor.job;

import java.util.concurrent.FutureTask;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Runs partitions on threads of this process and comes back when each has ended. Spring Batch's own comes back as soon as one
 * cannot even note how it ended, while the others work on; the next launch would then meet them.
 */
final class PartitionThreads extends TaskExecutorPartitionHandler {
    /**
     * @param name what the names of the threads begin with
     * @param partitions how many there are, as many threads as that
     */
    PartitionThreads(Step step, String name, int partitions) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name);
        threads.setConcurrencyLimit(partitions);
        setStep(step);
        setTaskExecutor(threads);
        setGridSize(partitions);
    }

    @Override
    protected FutureTask<StepExecution> createTask(Step step, StepExecution partition) {
        return new FutureTask<>(() -> {
            try {
                step.execute(partition);
            } catch (RuntimeException | JobInterruptedException | Error e) {
                partition.setStatus(BatchStatus.FAILED);
                partition.addFailureException(e);
            }
            return partition;
        });
    }
}
