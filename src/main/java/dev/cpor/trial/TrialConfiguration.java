package dev.cpor.trial;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of trials, which stand on the store and on the night's own parts. */
@Configuration(proxyBeanMethods = false)
@Import({ClaimExplaining.class, Forecast.class, Simulation.class})
public class TrialConfiguration {}
