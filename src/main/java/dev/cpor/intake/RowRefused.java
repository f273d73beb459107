package dev.cpor.intake;

import dev.cpor.domain.Refusal;
import dev.cpor.domain.RejectCode;

/**
 * Ends the reading of a row at the first value that is wrong. It never leaves this package: {@link RowReading} makes a
 * value of it. It has no stack trace, because a feed may hold many such rows.
 */
final class RowRefused extends Exception {
    private final transient Refusal refusal;

    RowRefused(RejectCode code, String message, Object... values) {
        super(null, null, false, false);
        this.refusal = new Refusal(code, message.formatted(values));
    }

    Refusal refusal() {
        return refusal;
    }
}
