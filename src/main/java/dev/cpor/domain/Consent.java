package dev.cpor.domain;

/** What the customer has said to an approved claim. */
public enum Consent {
    /** The claim is not approved. */
    NONE,
    /** The consent window runs. */
    PENDING,
    /** The customer declined within the window. */
    DECLINED,
    /** The window passed and nobody objected. */
    ELAPSED
}
