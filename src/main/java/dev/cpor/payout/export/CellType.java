package dev.cpor.payout.export;

import dev.cpor.payout.Column;

/** What a column of an extract holds, the same in every file, so that exports of many nights can be read as one. */
enum CellType {
    /** Words, codes and ids; never a number, or the zeros in front of an id would be lost. */
    TEXT,
    /** A whole number. */
    WHOLE,
    /** A rate as in a rate card or a feed: at most 15 digits before the point and 6 after it. */
    RATE,
    /** An amount of any currency: none has more than 4 decimals. */
    AMOUNT,
    /** An amount of US dollars. */
    CENTS,
    /** A day. */
    DATE;

    static CellType of(Column column) {
        return switch (column) {
            case QUANTITY -> WHOLE;
            case EARNING_RATE, EARNING_EXCHANGE_RATE -> RATE;
            case TRANSACTION_AMOUNT, EARNING_AMOUNT -> AMOUNT;
            case EARNING_AMOUNT_USD -> CENTS;
            case EXCHANGE_RATE_DATE, EARNING_DATE, CALCULATION_DATE -> DATE;
            default -> TEXT;
        };
    }
}
