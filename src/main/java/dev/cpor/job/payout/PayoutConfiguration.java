package dev.cpor.job.payout;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of what happens to extracts outside the night. */
@Configuration(proxyBeanMethods = false)
@Import({
    DatabaseExtracts.class,
    Delivering.class,
    PayoutReleasing.class,
    Regenerating.class,
    Reversing.class,
    Signing.class
})
public class PayoutConfiguration {}
