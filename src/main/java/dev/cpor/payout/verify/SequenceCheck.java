package dev.cpor.payout.verify;

import dev.cpor.domain.Program;
import dev.cpor.payout.Extract;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Each program's sequence counts from 000001 without gaps, and no number is there twice. */
final class SequenceCheck {
    private SequenceCheck() {}

    static void check(PayoutFolder folder, Discrepancies found) {
        SortedSet<Extract> extracts = new TreeSet<>(folder.manifests());
        extracts.addAll(folder.csvs());
        for (Program program : Program.values()) {
            int last = 0;
            for (Extract extract : extracts) {
                if (extract.program() == program) {
                    checkNext(last, extract, found);
                    last = extract.sequence();
                }
            }
        }
    }

    private static void checkNext(int last, Extract extract, Discrepancies found) {
        if (extract.sequence() == last) {
            found.add(
                    PayoutFolder.csv(extract),
                    "the sequence " + sixDigits(last) + " of " + extract.program() + " is there twice");
        } else if (extract.sequence() > last + 1) {
            found.add(
                    PayoutFolder.csv(extract),
                    "before it, " + extract.program() + " lacks the sequence " + sixDigits(last + 1)
                            + (extract.sequence() > last + 2 ? " to " + sixDigits(extract.sequence() - 1) : ""));
        }
    }

    private static String sixDigits(int sequence) {
        return String.format(Locale.ROOT, "%06d", sequence);
    }
}
