package dev.cpor.payout.verify;

import static dev.cpor.payout.Column.EARNING_ID;
import static dev.cpor.payout.Column.REVERSES_EARNING_ID;

import dev.cpor.domain.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * Every earning of the folder: each is in one file only, once; and what a reversal takes back was paid by the same program,
 * not later, with just that amount, and is taken back once.
 */
final class EarningLedger {
    private static final int LONGEST_ID = 2_000;

    private final Discrepancies found;
    private final List<String> files = new ArrayList<>();
    private final CompactMap earnings = new CompactMap();
    private final CompactMap reversed = new CompactMap();
    private final List<Reversal> reversals = new ArrayList<>();

    private record Reversal(long line, String earningId, String reverses, String takenBack) {}

    EarningLedger(Discrepancies found) {
        this.found = found;
    }

    /** Files must come in the order in which they were delivered. */
    void beginFile(String file) {
        files.add(file);
    }

    void add(Row row, Amounts amounts) {
        String earningId = row.get(EARNING_ID);
        String reverses = row.get(REVERSES_EARNING_ID);
        if (earningId.length() > LONGEST_ID || reverses.length() > LONGEST_ID) {
            found.add(currentFile(), row.line(), "its earningId is longer than any claim ID allows");
            return;
        }
        String before = earnings.putIfAbsent(
                earningId, (files.size() - 1) + " " + text(amounts.earned()) + " " + text(amounts.usd()));
        if (before != null) {
            String file = files.get(Integer.parseInt(before.substring(0, before.indexOf(' '))));
            found.add(
                    currentFile(),
                    row.line(),
                    "the earningId " + earningId + " is already in "
                            + (file.equals(currentFile()) ? "this file" : file));
        }
        if (row.isReversal()) {
            // Where in its file the original is depends on nothing but the text of the ids, so the file is read first.
            reversals.add(new Reversal(
                    row.line(),
                    earningId,
                    reverses,
                    text(negated(amounts.earned())) + " " + text(negated(amounts.usd()))));
        }
    }

    void endFile() {
        reversals.forEach(this::check);
        reversals.clear();
    }

    private void check(Reversal reversal) {
        String original = earnings.get(reversal.reverses());
        String before = reversed.putIfAbsent(reversal.reverses(), reversal.earningId());
        if (original == null) {
            report(reversal, "it reverses " + reversal.reverses() + ", which no extract before it holds");
        } else if (!original.substring(original.indexOf(' ') + 1).equals(reversal.takenBack())) {
            report(
                    reversal,
                    "it must have just the negative amounts of " + reversal.reverses() + ", which it reverses");
        } else if (!lineOf(reversal.earningId()).equals(lineOf(reversal.reverses()))) {
            report(reversal, "it reverses " + reversal.reverses() + ", which is of another claim line");
        }
        if (before != null) {
            report(reversal, "it reverses " + reversal.reverses() + ", which " + before + " has reversed already");
        }
    }

    private void report(Reversal reversal, String what) {
        found.add(currentFile(), reversal.line(), what);
    }

    private String currentFile() {
        return files.get(files.size() - 1);
    }

    private static String lineOf(String earningId) {
        return earningId.substring(0, Math.max(0, earningId.lastIndexOf('-')));
    }

    private static Money negated(Money money) {
        return new Money(money.amount().negate(), money.currency());
    }

    private static String text(Money money) {
        return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
    }
}
