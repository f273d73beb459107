package dev.cpor.domain;

/** Where a claim stands. A claim in {@link #APPROVED} is told apart further by {@link Consent} and {@link Incentive}. */
public enum Status {
    /** Created, proof of execution not yet submitted. */
    EDITING,
    /** Submitted, review not started. */
    SUBMITTED,
    /** The reviewer examines the proof of execution. */
    UNDER_REVIEW,
    /** The reviewer needs more information from the partner. */
    PARTNER_ACTION_REQUIRED,
    /** Approved; the customer may decline during the consent window. */
    APPROVED,
    /** Final, unless a dispute is upheld. */
    REJECTED
}
