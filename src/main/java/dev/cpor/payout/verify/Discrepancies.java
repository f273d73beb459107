package dev.cpor.payout.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what is wrong, so much of each file that a file that is wrong in every line does not fill the memory. */
final class Discrepancies {
    private static final int PER_FILE = 20;

    private final List<Discrepancy> found = new ArrayList<>();
    private final Map<String, Long> manyByFile = new TreeMap<>();

    void add(String file, String what) {
        add(file, 0, what);
    }

    void add(String file, long line, String what) {
        if (line == 0 || manyByFile.merge(file, 1L, Long::sum) <= PER_FILE) {
            found.add(new Discrepancy(file, line, what));
        }
    }

    /** Adds something that has no line, and of which there may be as many as there are rows. */
    void addOneOfMany(String file, String what) {
        if (manyByFile.merge(file, 1L, Long::sum) <= PER_FILE) {
            found.add(new Discrepancy(file, 0, what));
        }
    }

    /** Returns what was found, by file and line. */
    List<Discrepancy> all() {
        List<Discrepancy> all = new ArrayList<>(found);
        all.sort(Comparator.comparing(Discrepancy::file).thenComparing(Discrepancy::line));
        manyByFile.forEach((file, count) -> {
            if (count > PER_FILE) {
                all.add(new Discrepancy(file, 0, "%,d more discrepancies are in it".formatted(count - PER_FILE)));
            }
        });
        return List.copyOf(all);
    }
}
