package dev.cpor.job;

import dev.cpor.store.remote.OfferedPartitions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Notes as failed what is still noted as running, or as ended in an unknown way, so that Spring Batch restarts it. A kill
 * leaves both a job and its steps like that; a connection that broke at a commit leaves a step alone like that, in a job that
 * has ended. Whoever holds the lease knows that none of them runs.
 */
final class DeadExecutions {
    private final JobRepository repository;
    private final OfferedPartitions offered;
    private final Clock clock;

    DeadExecutions(JobRepository repository, OfferedPartitions offered, Clock clock) {
        this.repository = repository;
        this.offered = offered;
        this.clock = clock;
    }

    /**
     * Settles what is left of earlier launches of a job, those with these parameters and those that were running. Workers of
     * other machines may still be at it; what they write from here on is refused.
     */
    void settle(String job, JobParameters parameters) {
        offered.closeAll();
        repository.findRunningJobExecutions(job).forEach(this::settle);
        JobInstance instance = repository.getJobInstance(job, parameters);
        if (instance == null) {
            return;
        }
        List<JobExecution> executions = repository.getJobExecutions(instance);
        if (executions.isEmpty()) {
            // A launch died between the two. Spring Batch would never again start such a one.
            repository.deleteJobInstance(instance);
        }
        executions.stream()
                .filter(execution -> execution.getStatus() != BatchStatus.COMPLETED)
                .forEach(this::settle);
    }

    private void settle(JobExecution execution) {
        execution.getStepExecutions().stream()
                .filter(step -> isOpen(step.getStatus()))
                .forEach(this::fail);
        if (isOpen(execution.getStatus())) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setEndTime(now());
            repository.update(execution);
        }
    }

    private void fail(StepExecution step) {
        step.setStatus(BatchStatus.FAILED);
        step.setEndTime(now());
        repository.update(step);
    }

    /** Spring Batch notes the machine's local time. */
    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
