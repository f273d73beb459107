package dev.cpor.domain;

/** The state of the subscription of a business application. */
public enum SubscriptionState {
    ACTIVE,
    GRACE,
    SUSPENDED,
    EXPIRED
}
