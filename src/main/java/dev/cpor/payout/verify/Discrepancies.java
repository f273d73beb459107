package dev.cpor.payout.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong, so much of each file that a file that is wrong in every line does not fill the memory. */
final class Discrepancies {
    private static final int PER_FILE = 20;

    private final List<Discrepancy> found = new ArrayList<>();
    private final Map<String, Long> byFile = new HashMap<>();

    void add(String file, String what) {
        add(file, 0, what);
    }

    void add(String file, long line, String what) {
        long count = byFile.merge(file, 1L, Long::sum);
        if (line == 0 || count <= PER_FILE) {
            found.add(new Discrepancy(file, line, what));
        }
    }

    List<Discrepancy> all() {
        List<Discrepancy> all = new ArrayList<>(found);
        byFile.forEach((file, count) -> {
            long shown = found.stream().filter(one -> one.file().equals(file)).count();
            if (count > shown) {
                all.add(new Discrepancy(file, 0, (count - shown) + " more lines are wrong"));
            }
        });
        return List.copyOf(all);
    }
}
