package dev.cpor.architecture.canary;

import org.springframework.batch.core.job.Job;

/** Only the job knows Spring Batch. */
public record KnowsBatch(Job job) {}
