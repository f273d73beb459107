package dev.cpor.trial;

/** A claim that comes out otherwise with the other rules. */
public record Change(String claimId, Outcome now, Outcome with) {}
