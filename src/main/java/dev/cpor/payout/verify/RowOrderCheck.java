package dev.cpor.payout.verify;

import dev.cpor.payout.CodePointOrder;
import dev.cpor.payout.Column;
import java.util.function.Consumer;

/** The rows are sorted by earningId as it is written, by Unicode code point. */
final class RowOrderCheck implements RowCheck {
    private String last = "";

    @Override
    public void check(Row row, Consumer<String> wrong) {
        String earningId = row.get(Column.EARNING_ID);
        // The same id twice is what EarningLedger says.
        if (CodePointOrder.compare(last, earningId) > 0) {
            wrong.accept("the earningId " + earningId + " comes after " + last + ", but rows are sorted by earningId");
        }
        last = earningId;
    }
}
