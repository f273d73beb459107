package dev.cpor.domain;

/**
 * Something outside the program is not as it must be. The message is one sentence for the person who can mend it: what was
 * found, what was expected, what to do. It is shown without a stack trace, and the exit status is 1.
 */
public final class ClearFailure extends RuntimeException {
    /** @param sentence the sentence, with a full stop */
    public ClearFailure(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence the sentence, with a full stop
     * @param cause shown only when details are asked for
     */
    public ClearFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
