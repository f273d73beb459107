package dev.cpor.payout.export;

import dev.cpor.payout.Column;

/** What a column of an extract holds, the same in every file, so that exports of many nights can be read as one. */
enum CellType {
    /** Words, codes and ids; never a number, or the zeros in front of an id would be lost. */
    TEXT("VARCHAR"),
    /** A whole number. */
    WHOLE("BIGINT"),
    /** A rate as in a rate card or a feed: at most 15 digits before the point and 6 after it. */
    RATE("DECIMAL(21, 6)"),
    /** An amount of any currency: none has more than 4 decimals. */
    AMOUNT("DECIMAL(38, 4)"),
    /** An amount of US dollars. */
    CENTS("DECIMAL(38, 2)"),
    /** A day. */
    DATE("DATE");

    private final String sql;

    CellType(String sql) {
        this.sql = sql;
    }

    /** Returns the type as SQL calls it. */
    String sql() {
        return sql;
    }

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
