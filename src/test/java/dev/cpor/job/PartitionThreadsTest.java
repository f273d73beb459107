package dev.cpor.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

class PartitionThreadsTest {
    private static final JobExecution NIGHT = new JobExecution(1, new JobInstance(1, "night"), new JobParameters());

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
    void endWhenTheLastPartitionHasEnded(Class<? extends Throwable> failure) throws Exception {
        StepExecution fails = new StepExecution(1, "part:1", NIGHT);
        StepExecution goesOn = new StepExecution(2, "part:2", NIGHT);
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        PartitionThreads threads = new PartitionThreads(
                step(execution -> {
                    if (execution == fails) {
                        failed.countDown();
                        throw failure.getDeclaredConstructor().newInstance();
                    }
                    assertThat(mayEnd.await(1, TimeUnit.MINUTES)).isTrue();
                    execution.setStatus(BatchStatus.COMPLETED);
                }),
                "part-",
                2);

        CompletableFuture<Collection<StepExecution>> handled = new CompletableFuture<>();
        Thread handling = new Thread(() -> {
            try {
                handled.complete(
                        threads.handle(splitter(Set.of(fails, goesOn)), new StepExecution(3, "evaluate", NIGHT)));
            } catch (Exception | Error e) {
                handled.completeExceptionally(e);
            }
        });
        handling.start();
        assertThat(failed.await(1, TimeUnit.MINUTES)).isTrue();
        handling.join(200);
        assertThat(handled).as("the other partition is at work").isNotDone();
        mayEnd.countDown();

        assertThat(handled.get(1, TimeUnit.MINUTES)).containsExactlyInAnyOrder(fails, goesOn);
        assertThat(fails.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(fails.getFailureExceptions()).singleElement().isInstanceOf(failure);
        assertThat(goesOn.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    /** What a step does with a partition. */
    private interface Work {
        void on(StepExecution execution) throws Throwable;
    }

    private static Step step(Work work) {
        return new Step() {
            @Override
            public String getName() {
                return "part";
            }

            @Override
            public void execute(StepExecution execution) {
                try {
                    work.on(execution);
                } catch (RuntimeException | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private static StepExecutionSplitter splitter(Set<StepExecution> partitions) {
        return new StepExecutionSplitter() {
            @Override
            public String getStepName() {
                return "part";
            }

            @Override
            public Set<StepExecution> split(StepExecution step, int gridSize) {
                return partitions;
            }
        };
    }
}
