package dev.cpor.domain;

/** What the partner did for the customer. */
public enum Activity {
    /** Helped the customer to use it. */
    USAGE,
    /** Advised the customer before the sale. */
    PRE_SALES,
    /** Recognition only, never paid. */
    REVENUE_ASSOCIATION
}
