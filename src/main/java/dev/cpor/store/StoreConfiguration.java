package dev.cpor.store;

import dev.cpor.store.account.AccountStoreConfiguration;
import dev.cpor.store.claim.ClaimStoreConfiguration;
import dev.cpor.store.connection.ConnectionConfiguration;
import dev.cpor.store.decision.DecisionStoreConfiguration;
import dev.cpor.store.intake.IntakeStoreConfiguration;
import dev.cpor.store.night.NightStoreConfiguration;
import dev.cpor.store.past.PastStoreConfiguration;
import dev.cpor.store.payout.PayoutStoreConfiguration;
import dev.cpor.store.remote.RemoteStoreConfiguration;
import dev.cpor.store.rules.RuleSetStoreConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of the store: the database, and what each package keeps there. */
@Configuration(proxyBeanMethods = false)
@Import({
    AccountStoreConfiguration.class,
    ClaimStoreConfiguration.class,
    ConnectionConfiguration.class,
    DecisionStoreConfiguration.class,
    IntakeStoreConfiguration.class,
    NightStoreConfiguration.class,
    PastStoreConfiguration.class,
    PayoutStoreConfiguration.class,
    RemoteStoreConfiguration.class,
    RuleSetStoreConfiguration.class
})
public class StoreConfiguration {}
