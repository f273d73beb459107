package dev.cpor.decision;

import dev.cpor.domain.ReasonCode;

/** Something that is told but changes no status: once per stay in a status. */
public record Note(Kind kind, ReasonCode reason, String rule) {

    /** Whom a note is for. */
    public enum Kind {
        /** The vendor's reviewers. */
        ESCALATION,
        /** The partner. */
        REMINDER
    }
}
