package dev.cpor.job.remote;

import dev.cpor.job.ClaimsToEvaluate;
import dev.cpor.job.DecidedPage;
import dev.cpor.job.OpenClaimPages;
import dev.cpor.job.PageDeciding;
import dev.cpor.job.PartitionSteps;
import dev.cpor.store.remote.Attempt;
import dev.cpor.store.remote.TakenPartitions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Evaluates a partition of the night in hand, page by page from where the attempt before came to. It is the same step as that
 * of a night by itself, but everything that it writes checks that the attempt still counts.
 */
final class PartitionEvaluation {
    private final JobRepository repository;
    private final PartitionSteps steps;
    private final TransactionTemplate transaction;
    private final TakenPartitions partitions;
    private final ClaimsToEvaluate claims;
    private final PageDeciding deciding;
    /** By identity: two attempts at one partition are equal as Spring Batch compares them. */
    private final Set<StepExecution> running = Collections.newSetFromMap(new IdentityHashMap<>());

    private final AtomicLong decidedInAll = new AtomicLong();
    private volatile boolean stopped;

    PartitionEvaluation(
            JobRepository repository,
            PartitionSteps steps,
            TransactionTemplate transaction,
            TakenPartitions partitions,
            ClaimsToEvaluate claims,
            PageDeciding deciding) {
        this.repository = repository;
        this.steps = steps;
        this.transaction = transaction;
        this.partitions = partitions;
        this.claims = claims;
        this.deciding = deciding;
    }

    /**
     * What came of an attempt.
     *
     * @param status COMPLETED, STOPPED when it was told to stop, anything else when it failed
     * @param claims how many claims it has decided
     * @param failures empty unless it failed
     */
    record Ended(BatchStatus status, long claims, List<Throwable> failures) {}

    /** Returns the execution of a partition's step, as the last attempt left it, ready for another one. */
    StepExecution execution(Attempt attempt) {
        StepExecution execution = Objects.requireNonNull(
                repository.getStepExecution(attempt.partition()), "A partition was offered that is not there.");
        execution.setStatus(BatchStatus.STARTING);
        execution.setExitStatus(ExitStatus.EXECUTING);
        return execution;
    }

    /** Evaluates until the partition's end, or until it is told to stop or is taken over. */
    Ended evaluate(Attempt attempt, StepExecution execution) {
        AtomicLong decided = new AtomicLong();
        synchronized (running) {
            running.add(execution);
            if (stopped) {
                execution.setTerminateOnly();
            }
        }
        try {
            step(attempt, decided).execute(execution);
            return new Ended(execution.getStatus(), decided.get(), execution.getFailureExceptions());
        } catch (JobInterruptedException e) {
            return new Ended(BatchStatus.STOPPED, decided.get(), List.of());
        } finally {
            synchronized (running) {
                running.remove(execution);
            }
        }
    }

    /** Lets attempts begin again after a {@link #stop}. */
    void go() {
        stopped = false;
    }

    /** Returns how many claims all attempts of this process have decided so far. */
    long decided() {
        return decidedInAll.get();
    }

    /** Tells all attempts of this process, those to come as well, to stop after the page that they are at. */
    void stop() {
        synchronized (running) {
            stopped = true;
            running.forEach(StepExecution::setTerminateOnly);
        }
    }

    private Step step(Attempt attempt, AtomicLong decided) {
        OpenClaimPages pages = new OpenClaimPages(claims);
        return steps.evaluating(
                new FencedRepository(repository, partitions, transaction, attempt, pages::areOver),
                pages,
                counting(decided));
    }

    private ItemWriter<DecidedPage> counting(AtomicLong decided) {
        return (Chunk<? extends DecidedPage> pages) -> {
            deciding.write(pages);
            for (DecidedPage page : pages) {
                decided.addAndGet(page.decisions().size());
                decidedInAll.addAndGet(page.decisions().size());
            }
        };
    }
}
