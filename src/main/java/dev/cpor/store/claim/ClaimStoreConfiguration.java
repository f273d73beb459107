package dev.cpor.store.claim;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of reading claims. */
@Configuration(proxyBeanMethods = false)
@Import({
    AssessableClaims.class,
    ClaimHistory.class,
    ClaimQueries.class,
    ClaimStates.class,
    DueClaims.class,
    ExchangeRateTable.class,
    OpenClaims.class
})
public class ClaimStoreConfiguration {}
