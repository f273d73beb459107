package dev.cpor.job;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;

/** A job repository for the step of a partition, which has no business with its job. */
public abstract class StepRepository implements JobRepository {
    @Override
    public final JobInstance createJobInstance(String name, JobParameters parameters) {
        throw noJob();
    }

    @Override
    public final void update(JobExecution job) {
        throw noJob();
    }

    @Override
    public final void updateExecutionContext(JobExecution job) {
        throw noJob();
    }

    private static UnsupportedOperationException noJob() {
        return new UnsupportedOperationException("A partition's step has no business with its job.");
    }
}
