package dev.cpor.payout.verify;

import static dev.cpor.payout.Column.CALCULATION_DATE;
import static dev.cpor.payout.Column.CLAIM_ID;
import static dev.cpor.payout.Column.EARNING_DATE;
import static dev.cpor.payout.Column.EARNING_ID;
import static dev.cpor.payout.Column.PARTICIPANT_ID_TYPE;
import static dev.cpor.payout.Column.PAYMENT_STATUS;
import static dev.cpor.payout.Column.PROGRAM_NAME;
import static dev.cpor.payout.Column.RULESET;

import dev.cpor.payout.Column;
import dev.cpor.payout.Extract;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Each row is of its file's program, business date and rule set, and its earning of its claim. */
final class RowIdentityCheck implements RowCheck {
    private static final Pattern LINE_AND_N = Pattern.compile("-[1-9][0-9]*-[1-9][0-9]*");

    private final String program;
    private final String businessDate;
    private final @Nullable String ruleset;

    RowIdentityCheck(Extract extract, @Nullable String ruleset) {
        this.program = extract.program().name();
        this.businessDate = extract.businessDate().toString();
        this.ruleset = ruleset;
    }

    @Override
    public void check(Row row, Consumer<String> wrong) {
        expect(row, PROGRAM_NAME, program, wrong);
        expect(row, EARNING_DATE, businessDate, wrong);
        expect(row, CALCULATION_DATE, businessDate, wrong);
        expect(row, PARTICIPANT_ID_TYPE, "MPN", wrong);
        expect(row, PAYMENT_STATUS, "Unprocessed", wrong);
        if (ruleset != null && !row.isReversal()) {
            expect(row, RULESET, ruleset, wrong);
        }
        String claimId = row.get(CLAIM_ID);
        String earningId = row.get(EARNING_ID);
        if (!earningId.startsWith(claimId)
                || !LINE_AND_N
                        .matcher(earningId)
                        .region(claimId.length(), earningId.length())
                        .matches()) {
            wrong.accept("the earningId " + earningId + " must be the claimId " + claimId
                    + " with the number of the line and that of the earning, such as -1-1");
        }
    }

    private static void expect(Row row, Column column, String expected, Consumer<String> wrong) {
        if (!row.get(column).equals(expected)) {
            wrong.accept("the " + column.header() + " is " + row.get(column) + ", expected was " + expected);
        }
    }
}
