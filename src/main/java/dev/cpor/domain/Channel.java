package dev.cpor.domain;

/** How the customer bought what a claim line covers. */
public enum Channel {
    DIRECT,
    VOLUME_LICENSING,
    CSP
}
