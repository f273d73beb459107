package dev.cpor.store.remote;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of what is kept of shared nights. */
@Configuration(proxyBeanMethods = false)
@Import({DatabaseIdentity.class, NightTexts.class, OfferedPartitions.class, TakenPartitions.class})
public class RemoteStoreConfiguration {}
