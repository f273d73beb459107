package dev.cpor.job;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes the step that evaluates a partition, page by page: the same one for threads of the night's own process and for workers. */
public final class PartitionSteps {
    /** The name of the step. */
    public static final String NAME = "evaluatePartition";

    private final PlatformTransactionManager transactions;
    private final PageDeciding deciding;

    PartitionSteps(PlatformTransactionManager transactions, PageDeciding deciding) {
        this.transactions = transactions;
        this.deciding = deciding;
    }

    /**
     * Returns the step.
     *
     * @param repository where it notes how far it has come
     * @param pages the claims
     * @param writer writes what was decided
     */
    public Step evaluating(JobRepository repository, OpenClaimPages pages, ItemWriter<DecidedPage> writer) {
        return new StepBuilder(NAME, new PartitionRepository(repository))
                .<OpenPage, DecidedPage>chunk(1)
                .transactionManager(transactions)
                .reader(pages)
                .processor(deciding)
                .writer(writer)
                .build();
    }
}
