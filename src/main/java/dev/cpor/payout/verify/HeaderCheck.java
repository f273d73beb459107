package dev.cpor.payout.verify;

import dev.cpor.payout.Column;
import java.util.List;

/** The first record names the columns of an extract, in their order. */
final class HeaderCheck {
    private static final List<String> HEADER = List.of(Column.headers());

    private HeaderCheck() {}

    /** Says whether the rows below can be read, and if not, why. A byte order mark is somebody else's to report. */
    static boolean isRight(List<String> fields, String file, Discrepancies found) {
        if (fields.size() != HEADER.size()) {
            report(file, "the header has " + fields.size() + " columns, expected were " + HEADER.size(), found);
            return false;
        }
        for (int i = 0; i < HEADER.size(); i++) {
            String name =
                    i == 0 && fields.get(i).startsWith("\uFEFF") ? fields.get(i).substring(1) : fields.get(i);
            if (!name.equals(HEADER.get(i))) {
                String what = "the header's column %d is %s, expected was %s".formatted(i + 1, name, HEADER.get(i));
                report(file, what, found);
                return false;
            }
        }
        return true;
    }

    private static void report(String file, String what, Discrepancies found) {
        found.add(file, 1, what + "; the rows below it were not read");
    }
}
