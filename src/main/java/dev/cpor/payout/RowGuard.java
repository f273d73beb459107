package dev.cpor.payout;

import dev.cpor.domain.Earning;
import org.jspecify.annotations.Nullable;

/** Stops an extract that would hold an earning twice, out of order, or of another program, night or rule set. */
final class RowGuard {
    private final Extract extract;
    private final String ruleset;
    private @Nullable Earning last;

    RowGuard(Extract extract, String ruleset) {
        this.extract = extract;
        this.ruleset = ruleset;
    }

    void check(Earning earning) {
        if (last != null && ExtractWriter.inOrder(last, earning) >= 0) {
            throw wrong(
                    earning, "came after " + last.earningId() + "; each must come once, sorted by earningId as text");
        }
        if (earning.program() != extract.program() || !earning.businessDate().equals(extract.businessDate())) {
            throw wrong(earning, "is of " + earning.program() + " and " + earning.businessDate());
        }
        if (earning.reversesEarningId() == null && !earning.ruleset().equals(ruleset)) {
            throw wrong(earning, "was decided by the rule set " + earning.ruleset() + ", the night's is " + ruleset);
        }
        last = earning;
    }

    private IllegalArgumentException wrong(Earning earning, String what) {
        return new IllegalArgumentException(
                "The earning " + earning.earningId() + " " + what + ", and cannot be in " + extract.fileName() + ".");
    }
}
