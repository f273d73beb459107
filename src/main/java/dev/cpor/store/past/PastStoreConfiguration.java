package dev.cpor.store.past;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of what was. */
@Configuration(proxyBeanMethods = false)
@Import({PastClaims.class, PastReferences.class, Reinstatements.class, RuleDecisions.class})
public class PastStoreConfiguration {}
