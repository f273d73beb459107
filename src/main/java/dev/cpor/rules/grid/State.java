package dev.cpor.rules.grid;

import dev.cpor.domain.Consent;
import dev.cpor.domain.Status;
import java.util.List;

/** Where an open claim can stand; its incentive is not assessed in any of them. */
record State(Status status, Consent consent) {
    /** The customer may still decline. */
    static final State PENDING = new State(Status.APPROVED, Consent.PENDING);

    /** The states in which something has to happen to a claim by a lifecycle rule, or it stays for ever. */
    static final List<State> MOVING = List.of(
            new State(Status.SUBMITTED, Consent.NONE),
            new State(Status.UNDER_REVIEW, Consent.NONE),
            new State(Status.PARTNER_ACTION_REQUIRED, Consent.NONE),
            PENDING,
            new State(Status.APPROVED, Consent.DECLINED));

    /** On hold: the claim waits for what keeps it from being paid. */
    static final State HELD = new State(Status.APPROVED, Consent.ELAPSED);

    /** The states of a claim in incentive assessment. */
    static final List<State> ASSESSED = List.of(PENDING, HELD);

    String inWords() {
        return status == Status.APPROVED ? "%s with consent %s".formatted(status, consent) : status.name();
    }
}
