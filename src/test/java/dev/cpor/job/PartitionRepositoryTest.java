package dev.cpor.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A step goes on after its last commit, whatever became of the answer to that. */
@Tag("database")
class PartitionRepositoryTest {
    @TempDir
    private Path folder;

    @Test
    void goesOnAfterThePagesThatTheDatabaseHas() throws Exception {
        try (Sandbox sandbox = new Sandbox(folder.resolve("box"));
                Sandbox.Beans beans = sandbox.beans()) {
            assertThat(keptWhenTheThirdCommitFails(beans, true))
                    .as("only its answer was lost")
                    .isEqualTo(3);
            assertThat(keptWhenTheThirdCommitFails(beans, false)).isEqualTo(2);
        }
    }

    private static long keptWhenTheThirdCommitFails(Sandbox.Beans beans, boolean committed) throws Exception {
        JobRepository repository = beans.get(JobRepository.class);
        StepExecution step = repository.createStepExecution(
                "pages",
                repository.createJobExecution(
                        repository.createJobInstance("job-" + committed, new JobParameters()),
                        new JobParameters(),
                        new ExecutionContext()));

        new StepBuilder("pages", new PartitionRepository(repository))
                .<Long, Long>chunk(1)
                .transactionManager(new Failing(beans.get(DataSource.class), 3, committed))
                .reader(new Numbers())
                .writer(page -> {})
                .build()
                .execute(step);

        assertThat(step.getStatus().isUnsuccessful()).isTrue();
        return Objects.requireNonNull(repository.getStepExecution(step.getId()))
                .getExecutionContext()
                .getLong("after");
    }

    /** Fails at a commit, before or after the database has done it. */
    private static final class Failing extends JdbcTransactionManager {
        private final int last;
        private final boolean committed;
        private int commits;

        Failing(DataSource dataSource, int last, boolean committed) {
            super(dataSource);
            this.last = last;
            this.committed = committed;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            commits++;
            if (commits == last && !committed) {
                doRollback(status);
            } else {
                super.doCommit(status);
            }
            if (commits == last) {
                throw new TransactionSystemException("The answer is lost.");
            }
        }
    }

    /** Counts for ever. */
    private static final class Numbers implements ItemStreamReader<Long> {
        private long last;

        @Override
        public @Nullable Long read() {
            return ++last;
        }

        @Override
        public void update(ExecutionContext context) {
            context.putLong("after", last);
        }
    }
}
