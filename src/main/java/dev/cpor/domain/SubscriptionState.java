package dev.cpor.domain;

/** The state of the subscription of a business application. */
public enum SubscriptionState {
    /** In use and paid. */
    ACTIVE,
    /** Not renewed in time, and still in use. */
    GRACE,
    /** Not renewed, and no longer in use. */
    SUSPENDED,
    /** Over. */
    EXPIRED
}
