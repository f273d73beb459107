package dev.cpor.payout.verify;

import java.util.function.Consumer;

/** Looks at one thing in each row of one extract, in the order of the rows. */
interface RowCheck {
    /** @param wrong takes what is wrong, as the rest of a sentence that names file and line */
    void check(Row row, Consumer<String> wrong);
}
