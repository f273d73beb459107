package dev.cpor.store.payout;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of earnings and extracts. */
@Configuration(proxyBeanMethods = false)
@Import({
    ClaimEarnings.class,
    DeliveryLock.class,
    Earnings.class,
    Extracts.class,
    HandOffs.class,
    PastExtracts.class,
    PaymentResults.class,
    PayoutQueries.class,
    PayoutReleases.class,
    Reversals.class
})
public class PayoutStoreConfiguration {}
