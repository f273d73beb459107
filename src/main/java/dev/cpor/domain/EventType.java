package dev.cpor.domain;

import static dev.cpor.domain.ActorRole.CUSTOMER;
import static dev.cpor.domain.ActorRole.PARTNER;
import static dev.cpor.domain.ActorRole.REVIEWER;
import static dev.cpor.domain.ActorRole.SUPPORT;
import static dev.cpor.domain.Status.APPROVED;
import static dev.cpor.domain.Status.EDITING;
import static dev.cpor.domain.Status.PARTNER_ACTION_REQUIRED;
import static dev.cpor.domain.Status.REJECTED;
import static dev.cpor.domain.Status.SUBMITTED;
import static dev.cpor.domain.Status.UNDER_REVIEW;

import java.util.EnumSet;
import java.util.Set;

/** What may happen to a claim, who may do it, and in which statuses. */
public enum EventType {
    CLAIM_EDITED(EnumSet.of(PARTNER), EnumSet.of(EDITING, SUBMITTED, PARTNER_ACTION_REQUIRED)),
    POE_UPLOADED(EnumSet.of(PARTNER), EnumSet.of(EDITING, SUBMITTED, PARTNER_ACTION_REQUIRED)),
    CLAIM_SUBMITTED(EnumSet.of(PARTNER), EnumSet.of(EDITING, PARTNER_ACTION_REQUIRED)),
    REVIEW_STARTED(EnumSet.of(REVIEWER), EnumSet.of(SUBMITTED)),
    INFORMATION_REQUESTED(EnumSet.of(REVIEWER), EnumSet.of(UNDER_REVIEW)),
    CLAIM_APPROVED(EnumSet.of(REVIEWER), EnumSet.of(UNDER_REVIEW)),
    CLAIM_REJECTED(EnumSet.of(REVIEWER), EnumSet.of(UNDER_REVIEW)),
    COMMENTED(EnumSet.of(PARTNER, REVIEWER), EnumSet.allOf(Status.class)),
    CONSENT_DECLINED(EnumSet.of(CUSTOMER), EnumSet.of(APPROVED)),
    CLAIM_WITHDRAWN(EnumSet.of(PARTNER), EnumSet.complementOf(EnumSet.of(REJECTED))),
    DISPUTE_UPHELD(EnumSet.of(SUPPORT), EnumSet.of(REJECTED)),
    DISPUTE_DENIED(EnumSet.of(SUPPORT), EnumSet.of(REJECTED));

    private final Set<ActorRole> roles;
    private final Set<Status> allowedIn;

    EventType(Set<ActorRole> roles, Set<Status> allowedIn) {
        this.roles = roles;
        this.allowedIn = allowedIn;
    }

    /** Says whether an actor of that role may do this. */
    public boolean mayBeDoneBy(ActorRole role) {
        return roles.contains(role);
    }

    /** Says whether this may happen to a claim in that status; consent and incentive may still forbid it. */
    public boolean isAllowedIn(Status status) {
        return allowedIn.contains(status);
    }
}
