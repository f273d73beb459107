package dev.cpor.domain;

/** For whom an actor of an event acts. */
public enum ActorRole {
    /** Billing, global or incentives administrator of the partner. */
    PARTNER,
    /** Reviewer of the vendor. */
    REVIEWER,
    /** The customer. */
    CUSTOMER,
    /** Support of the vendor. */
    SUPPORT
}
