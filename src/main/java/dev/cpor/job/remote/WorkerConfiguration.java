package dev.cpor.job.remote;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A worker. Nothing of it is loaded for any other command. */
@Configuration(proxyBeanMethods = false)
@Import({RemoteConfiguration.class, Worker.class, WorkerNights.class})
public class WorkerConfiguration {}
