package dev.cpor.store.night;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of nights. */
@Configuration(proxyBeanMethods = false)
@Import({
    Evaluations.class,
    Lease.class,
    MissedClaims.class,
    NightAverages.class,
    NightLock.class,
    NightSteps.class,
    ReportQueries.class,
    Runs.class,
    Tallies.class
})
public class NightStoreConfiguration {}
