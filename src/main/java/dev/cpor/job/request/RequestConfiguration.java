package dev.cpor.job.request;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of what a job is asked with. */
@Configuration(proxyBeanMethods = false)
@Import(NightDates.class)
public class RequestConfiguration {}
