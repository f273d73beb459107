package dev.cpor.domain;

/** Why a feed row was refused. */
public enum RejectCode {
    // What a row shows by itself, when it is read.
    WRONG_NUMBER_OF_FIELDS,
    MISSING_VALUE,
    UNEXPECTED_VALUE,
    MALFORMED_VALUE,
    TOO_LONG,
    UNKNOWN_VALUE,
    ROLE_NOT_ALLOWED,
    YEAR_NOT_IN_CALENDAR,
    ID_TAKEN,

    // What depends on the claim or on reference rows, at its turn.
    UNKNOWN_CLAIM,
    UNKNOWN_PARTNER,
    UNKNOWN_CUSTOMER,
    UNKNOWN_LINE,
    LINE_REMOVED,
    STATUS_NOT_ALLOWED,
    NO_DOCUMENT,
    NO_LINE,
    CONSENT_NOT_PENDING,
    ALREADY_ASSESSED,
    NO_OPEN_DISPUTE,
    DISPUTED_BEFORE,
    DISPUTE_TOO_LATE,
    DISPUTE_DISAGREES,
    UNKNOWN_EARNING
}
