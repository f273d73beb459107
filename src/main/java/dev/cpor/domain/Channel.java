package dev.cpor.domain;

/** How the customer bought what a claim line covers. */
public enum Channel {
    /** Directly. */
    DIRECT,
    /** With a volume license. */
    VOLUME_LICENSING,
    /** Through a cloud solution provider. */
    CSP
}
