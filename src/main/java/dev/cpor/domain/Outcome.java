package dev.cpor.domain;

/** What came of one row at its turn. */
public sealed interface Outcome {

    /** The row was applied; the claim is now like this. */
    record Applied(Claim claim) implements Outcome {}

    /** The row was refused; the claim is as it was. */
    record Refused(Refusal refusal) implements Outcome {}

    /** Shortens the making of a refusal. */
    static Outcome refused(RejectCode code, String message, Object... values) {
        return new Refused(new Refusal(code, message.formatted(values)));
    }
}
