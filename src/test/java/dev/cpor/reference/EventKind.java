package dev.cpor.reference;

import java.util.Set;

/** The table of event types: who may send them, and in which statuses they are allowed. */
enum EventKind {
    CLAIM_EDITED("PARTNER", "EDITING SUBMITTED PARTNER_ACTION_REQUIRED"),
    POE_UPLOADED("PARTNER", "EDITING SUBMITTED PARTNER_ACTION_REQUIRED"),
    CLAIM_SUBMITTED("PARTNER", "EDITING PARTNER_ACTION_REQUIRED"),
    REVIEW_STARTED("REVIEWER", "SUBMITTED"),
    INFORMATION_REQUESTED("REVIEWER", "UNDER_REVIEW"),
    CLAIM_APPROVED("REVIEWER", "UNDER_REVIEW"),
    CLAIM_REJECTED("REVIEWER", "UNDER_REVIEW"),
    COMMENTED("PARTNER REVIEWER", "EDITING SUBMITTED UNDER_REVIEW PARTNER_ACTION_REQUIRED APPROVED REJECTED"),
    CONSENT_DECLINED("CUSTOMER", "APPROVED"),
    CLAIM_WITHDRAWN("PARTNER", "EDITING SUBMITTED UNDER_REVIEW PARTNER_ACTION_REQUIRED APPROVED"),
    DISPUTE_UPHELD("SUPPORT", "REJECTED"),
    DISPUTE_DENIED("SUPPORT", "REJECTED");

    final Set<String> roles;
    final Set<String> statuses;

    EventKind(String roles, String statuses) {
        this.roles = Set.of(roles.split(" "));
        this.statuses = Set.of(statuses.split(" "));
    }
}
