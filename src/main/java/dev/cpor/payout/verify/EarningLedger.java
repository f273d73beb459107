package dev.cpor.payout.verify;

import static dev.cpor.payout.Column.EARNING_ID;
import static dev.cpor.payout.Column.REVERSES_EARNING_ID;

import dev.cpor.domain.Money;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every earning of the folder: each is in one file only, once; and what a reversal takes back was paid by the same program,
 * not later, with just that amount, and is taken back once. Asked once all files are read, because a folder of years is not
 * kept in memory.
 */
final class EarningLedger implements AutoCloseable {
    private static final int LONGEST_ID = 2_000;

    private final Discrepancies found;
    private final List<String> files = new ArrayList<>();
    private final Piles piles;

    /**
     * A row, or what it takes back.
     *
     * @param reverses empty where it takes nothing back
     * @param amounts what it earned, or what it takes back: positive both
     */
    private record Entry(String reverses, String earningId, int file, long line, String amounts) {
        boolean isReversal() {
            return !reverses.isEmpty();
        }
    }

    EarningLedger(Discrepancies found) {
        this(found, new Piles());
    }

    EarningLedger(Discrepancies found, Piles piles) {
        this.found = found;
        this.piles = piles;
    }

    /** Files must come in the order in which they were delivered. */
    void beginFile(String file) {
        files.add(file);
    }

    void add(Row row, Amounts amounts) {
        String earningId = row.get(EARNING_ID);
        String reverses = row.get(REVERSES_EARNING_ID);
        int file = files.size() - 1;
        if (earningId.length() > LONGEST_ID || reverses.length() > LONGEST_ID) {
            found.add(files.get(file), row.line(), "its earningId is longer than any claim ID allows");
            return;
        }
        put(earningId, new Entry("", earningId, file, row.line(), text(amounts.earned(), amounts.usd())));
        if (row.isReversal()) {
            String takenBack = text(negated(amounts.earned()), negated(amounts.usd()));
            put(reverses, new Entry(reverses, earningId, file, row.line(), takenBack));
        }
    }

    /** Reports what is wrong with the earnings of all files. */
    void check() {
        piles.forEach(in -> {
            Map<String, Entry> earnings = new HashMap<>();
            List<Entry> reversals = new ArrayList<>();
            while (in.available() > 0) {
                Entry entry = read(in);
                if (entry.isReversal()) {
                    reversals.add(entry);
                } else {
                    reportTwice(earnings.putIfAbsent(entry.earningId(), entry), entry);
                }
            }
            checkReversals(reversals, earnings);
        });
    }

    private void reportTwice(@Nullable Entry before, Entry entry) {
        if (before != null) {
            String where = before.file() == entry.file() ? "this file" : files.get(before.file());
            report(
                    entry,
                    "the earningId " + entry.earningId() + " is already in " + where + ", line " + before.line()
                            + ", but an earning is in one extract only, once");
        }
    }

    private void checkReversals(List<Entry> reversals, Map<String, Entry> earnings) {
        Map<String, String> reversed = new HashMap<>();
        for (Entry reversal : reversals) {
            Entry original = earnings.get(reversal.reverses());
            String before = reversed.putIfAbsent(reversal.reverses(), reversal.earningId());
            String what = "it reverses " + reversal.reverses();
            if (original == null || original.file() > reversal.file()) {
                report(reversal, what + ", which no extract before it holds");
            } else if (!original.amounts().equals(reversal.amounts())) {
                report(
                        reversal,
                        what + " and takes back " + reversal.amounts() + ", expected was just the " + original.amounts()
                                + " that it earned");
            } else if (!lineOf(reversal.earningId()).equals(lineOf(reversal.reverses()))) {
                report(reversal, what + ", which is of another claim line");
            }
            if (before != null) {
                report(reversal, what + ", which " + before + " has reversed already");
            }
        }
    }

    private void report(Entry entry, String what) {
        found.add(files.get(entry.file()), entry.line(), what);
    }

    private void put(String key, Entry entry) {
        piles.add(key, out -> {
            out.writeUTF(entry.reverses());
            out.writeUTF(entry.earningId());
            out.writeInt(entry.file());
            out.writeLong(entry.line());
            out.writeUTF(entry.amounts());
        });
    }

    private static Entry read(DataInputStream in) throws IOException {
        return new Entry(in.readUTF(), in.readUTF(), in.readInt(), in.readLong(), in.readUTF());
    }

    private static String lineOf(String earningId) {
        return earningId.substring(0, Math.max(0, earningId.lastIndexOf('-')));
    }

    private static Money negated(Money money) {
        return new Money(money.amount().negate(), money.currency());
    }

    private static String text(Money earned, Money usd) {
        return earned.amount().toPlainString() + " " + earned.currency().getCurrencyCode() + " ("
                + usd.amount().toPlainString() + " USD)";
    }

    @Override
    public void close() {
        piles.close();
    }
}
