package dev.cpor.domain;

/** A customer as the customers feed describes it. */
public record Customer(String tenantId, String name, String country, boolean publicSector) {}
