package dev.cpor.domain;

/** What the partner did for the customer. */
public enum Activity {
    USAGE,
    PRE_SALES,
    /** Recognition only, never paid. */
    REVENUE_ASSOCIATION
}
