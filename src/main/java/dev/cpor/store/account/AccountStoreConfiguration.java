package dev.cpor.store.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of accounts. */
@Configuration(proxyBeanMethods = false)
@Import({BalanceQueries.class, DifferenceQueries.class, ReconciliationQueries.class, StatementQueries.class})
public class AccountStoreConfiguration {}
