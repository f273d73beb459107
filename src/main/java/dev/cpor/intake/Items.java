package dev.cpor.intake;

import dev.cpor.domain.RejectCode;
import java.util.ArrayList;
import java.util.List;

/** Takes a field apart that holds several values with {@code ;} between them. */
final class Items {
    private Items() {}

    /** Returns the values, taken exactly as they stand, blanks included; none of them is empty. */
    static List<String> of(String column, String found) throws RowRefused {
        List<String> items = new ArrayList<>(2);
        int from = 0;
        while (from <= found.length()) {
            int semicolon = found.indexOf(';', from);
            int to = semicolon < 0 ? found.length() : semicolon;
            if (to == from) {
                throw new RowRefused(
                        RejectCode.MALFORMED_VALUE,
                        "The column %s has %s, in which a value is empty; expected values with one ; between any two.",
                        column,
                        Text.shown(found));
            }
            items.add(found.substring(from, to));
            from = to + 1;
        }
        return items;
    }
}
