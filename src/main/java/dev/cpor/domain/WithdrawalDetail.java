package dev.cpor.domain;

/** Why a partner withdraws a claim: the detail of {@link ReasonCode#PARTNER_REQUEST}. */
public enum WithdrawalDetail {
    WRONG_MPN,
    WRONG_ACTIVITY,
    NO_LONGER_WORKING_WITH_CUSTOMER
}
