package dev.cpor.job.rules;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole wiring of the choice of rule sets. */
@Configuration(proxyBeanMethods = false)
@Import({ArchivedRuleSets.class, Deadlines.class, Releasing.class, RuleSets.class, RuleUse.class, SampleClaims.class})
public class RuleSetConfiguration {}
