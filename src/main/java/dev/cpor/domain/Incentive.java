package dev.cpor.domain;

/** What incentive assessment made of a claim. */
public enum Incentive {
    /** Not handed off yet, or on hold. */
    NOT_ASSESSED,
    /** At least one claim line earns. */
    ELIGIBLE,
    /** No claim line earns. */
    INELIGIBLE
}
