package dev.cpor.domain;

/** What finance made of an earning. */
public enum PaymentStatus {
    /** The payment is on its way; a reversal is settled. */
    SENT,
    /** It was tried and did not reach the partner. */
    FAILED,
    /** Finance does not pay it. */
    REJECTED
}
