package dev.cpor.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.job.request.NightOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;

@Tag("database")
class DeadExecutionsTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-20");

    @TempDir
    private Path folder;

    /** Spring Batch refuses for ever to launch such a job. */
    @Test
    void letAJobBeLaunchedThatWasNotedAndNeverLaunched() {
        try (Sandbox sandbox = new Sandbox(folder).generated(20);
                Sandbox.Beans beans = sandbox.beans()) {
            JobParameters first = new JobParametersBuilder()
                    .addLong("run", 1L)
                    .addLocalDate("businessDate", DATE)
                    .toJobParameters();
            JobRepository repository = beans.get(JobRepository.class);
            repository.createJobInstance("night", first);

            assertThat(beans.get(Nights.class).run(DATE, NightOptions.NONE)).isInstanceOf(NightOutcome.Completed.class);
            assertThat(repository.getLastJobExecution("night", first))
                    .as("it is the job that was noted")
                    .isNotNull();
        }
    }
}
