package dev.cpor.store.rules;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of rule sets. */
@Configuration(proxyBeanMethods = false)
@Import({RuleActivity.class, RuleSetArchive.class, RuleSetReleases.class})
public class RuleSetStoreConfiguration {}
