package dev.cpor.account;

import dev.cpor.domain.Program;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Something in the books that does not agree; what does not apply is null.
 *
 * @param amount by how much it differs
 * @param explanation what was found and what was expected, as a sentence
 */
record Difference(
        Kind kind,
        @Nullable Program program,
        @Nullable String mpnId,
        @Nullable Currency currency,
        @Nullable String claimId,
        @Nullable String earningId,
        @Nullable BigDecimal amount,
        String explanation) {

    /** What differs. */
    enum Kind {
        /** Opening balance, earnings and reversals do not come to the closing balance. */
        BALANCE,
        /** An earning is in no extract, or in another night's. */
        EXTRACT,
        /** An extract's file has other rows than there are earnings. */
        ROWS,
        /** A claim was handed off and neither earns nor is told why. */
        UNEXPLAINED,
        /** An earning whose claim was not handed off. */
        NO_HAND_OFF
    }

    static Difference ofClaim(Kind kind, String claimId, @Nullable String earningId, String explanation) {
        return new Difference(kind, null, null, null, claimId, earningId, null, explanation);
    }
}
