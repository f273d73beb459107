package dev.cpor.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of what is told afterwards, which stands on the store. */
@Configuration(proxyBeanMethods = false)
@Import({Reconciling.class, Stating.class})
public class AccountConfiguration {}
