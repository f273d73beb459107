package dev.cpor.rules.evaluate;

import java.util.List;

/** What rules can see of one claim. */
public record ClaimFacts(long number, String claimId, List<? extends Record> facts) {}
