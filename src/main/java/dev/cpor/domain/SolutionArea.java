package dev.cpor.domain;

/** What a claim line is about, and with that which of its columns are filled. */
public enum SolutionArea {
    /** A product with its subscription. */
    BUSINESS_APPLICATIONS,
    /** A Microsoft 365 workload. */
    MODERN_WORK
}
