package dev.cpor.job.remote;

import dev.cpor.job.StepRepository;
import dev.cpor.store.remote.Attempt;
import dev.cpor.store.remote.TakenPartitions;
import java.util.function.BooleanSupplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job repository as one attempt at a partition sees it: whatever the step keeps, its progress within the transaction of a
 * page included, is kept only as long as nobody has taken the partition over. Spring Batch itself guards the execution of a
 * step by a version, but not its context. And it takes a step whose thread was interrupted for one that has come to its end.
 */
final class FencedRepository extends StepRepository {
    private final JobRepository repository;
    private final TakenPartitions partitions;
    private final TransactionTemplate transaction;
    private final Attempt attempt;
    private final BooleanSupplier areOver;

    /** @param areOver says whether the last page of the partition was read */
    FencedRepository(
            JobRepository repository,
            TakenPartitions partitions,
            TransactionTemplate transaction,
            Attempt attempt,
            BooleanSupplier areOver) {
        this.repository = repository;
        this.partitions = partitions;
        this.transaction = transaction;
        this.attempt = attempt;
        this.areOver = areOver;
    }

    @Override
    public void update(StepExecution step) {
        if (step.getStatus() == BatchStatus.COMPLETED && !areOver.getAsBoolean()) {
            step.setStatus(BatchStatus.STOPPED);
            step.setExitStatus(ExitStatus.STOPPED);
        }
        transaction.executeWithoutResult(status -> {
            partitions.confirm(attempt, step.getStatus() == BatchStatus.COMPLETED);
            repository.update(step);
        });
    }

    @Override
    public void updateExecutionContext(StepExecution step) {
        transaction.executeWithoutResult(status -> {
            partitions.confirmPage(attempt);
            repository.updateExecutionContext(step);
        });
    }
}
