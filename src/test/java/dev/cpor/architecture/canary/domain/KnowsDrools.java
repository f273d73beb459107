package dev.cpor.architecture.canary.domain;

import org.kie.api.KieServices;

/** Only the rules know the engine. */
public record KnowsDrools(KieServices engine) {}
