package dev.cpor.store.decision;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of writing decisions. */
@Configuration(proxyBeanMethods = false)
@Import({DecisionWriting.class, PageWriting.class})
public class DecisionStoreConfiguration {}
