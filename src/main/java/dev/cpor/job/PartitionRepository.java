package dev.cpor.job;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * The job repository as the step of a partition sees it: only a page, within its transaction, says how far the step has come.
 * Spring Batch would save that once more when the step has ended, also when its end was the commit of a page that failed, or one
 * whose answer was lost: a restart would then leave out a page that was never written, or decide one again that was.
 */
final class PartitionRepository extends StepRepository {
    private final JobRepository repository;

    PartitionRepository(JobRepository repository) {
        this.repository = repository;
    }

    @Override
    public void update(StepExecution step) {
        repository.update(step);
    }

    @Override
    public void updateExecutionContext(StepExecution step) {
        if (step.getStatus().isRunning()) {
            repository.updateExecutionContext(step);
        }
    }
}
