package dev.cpor.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Runs the {@link TextbookJob}. */
record Textbook(LocalDate date, Ruleset ruleset) implements Contender {
    @Override
    public String name() {
        return "textbook job";
    }

    @Override
    public Ready prepare(BenchServer server) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(BenchServer.class, () -> server, definition -> definition.setDestroyMethodName(""));
        context.registerBean(Ruleset.class, () -> ruleset);
        context.registerBean(TextbookRules.class, () -> new TextbookRules(CporProgram.calendar(), date));
        context.register(TextbookJob.class);
        context.refresh();
        return new Ready() {
            @Override
            public Map<String, Duration> run() {
                return launch(context);
            }

            @Override
            public void close() {
                context.close();
            }
        };
    }

    private static Map<String, Duration> launch(ApplicationContext context) {
        Stopwatch watch = new Stopwatch();
        try {
            JobExecution execution =
                    context.getBean(JobOperator.class).start(context.getBean(Job.class), new JobParameters());
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("The textbook job ended as " + execution);
            }
        } catch (JobExecutionException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("whole job", watch.elapsed());
    }
}
