package dev.cpor.rules;

import java.util.List;

/** What rules can see of one claim. */
record ClaimFacts(long number, String claimId, List<? extends Record> facts) {}
