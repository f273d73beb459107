package dev.cpor.payout.verify;

import dev.cpor.payout.Column;
import java.util.List;

/**
 * One record of an extract, as it is written there.
 *
 * @param line where it begins, the header being 1
 * @param fields as many as there are columns
 */
record Row(long line, List<String> fields) {

    String get(Column column) {
        return fields.get(column.ordinal());
    }

    boolean isEmpty(Column column) {
        return get(column).isEmpty();
    }

    boolean isReversal() {
        return !isEmpty(Column.REVERSES_EARNING_ID);
    }
}
