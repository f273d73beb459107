package dev.cpor.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.store.claim.OpenClaims.IdRange;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A partition knows its range, whatever became of the start that made it. */
@Tag("database")
class RangeSplitterTest {
    private static final IdRange RANGE = new IdRange(5, 9);

    @TempDir
    private Path folder;

    @Test
    void aPartitionOfWhichOnlyTheNameWasKeptHasItsRange() throws Exception {
        try (Sandbox sandbox = new Sandbox(folder.resolve("box"));
                Sandbox.Beans beans = sandbox.beans()) {
            JobRepository repository = beans.get(JobRepository.class);
            JobInstance instance = repository.createJobInstance("split", new JobParameters());
            StepExecution died = repository.createStepExecution("part:1:5-9", execution(repository, instance));
            died.setStatus(BatchStatus.FAILED);
            repository.update(died);

            Set<StepExecution> partitions = new RangeSplitter(
                            repository, "part", grid -> Map.of("1:" + RANGE, OpenClaimPages.context(RANGE)))
                    .split(repository.createStepExecution("evaluate", execution(repository, instance)), 1);

            assertThat(partitions).hasSize(1);
            StepExecution kept = Objects.requireNonNull(
                    repository.getStepExecution(partitions.iterator().next().getId()));
            assertThat(OpenClaimPages.range(kept.getExecutionContext())).isEqualTo(RANGE);
        }
    }

    private static JobExecution execution(JobRepository repository, JobInstance instance) {
        return repository.createJobExecution(instance, new JobParameters(), new ExecutionContext());
    }
}
