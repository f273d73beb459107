package dev.cpor.job.remote;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The wiring of a worker; no other command has it. */
@Configuration(proxyBeanMethods = false)
@Import({RemoteConfiguration.class, Worker.class, WorkerNights.class})
public class WorkerConfiguration {}
