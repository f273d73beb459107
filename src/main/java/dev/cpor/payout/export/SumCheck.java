package dev.cpor.payout.export;

import dev.cpor.payout.Manifest;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares what was written with the rows and sums that the manifest names, to the last digit. */
final class SumCheck {
    private final SortedMap<String, BigDecimal> sums = new TreeMap<>();
    private BigDecimal usd = BigDecimal.ZERO;
    private long rows;

    /** Adds rows of one currency. */
    void add(String currency, long count, BigDecimal amount, BigDecimal amountUsd) {
        rows += count;
        sums.merge(currency, amount, BigDecimal::add);
        usd = usd.add(amountUsd);
    }

    /** @throws IllegalStateException if they differ: then the export is wrong, not the extract, whose bytes were compared */
    void compare(Manifest manifest) {
        boolean agree = rows == manifest.rows()
                && sums.keySet().equals(manifest.sums().keySet())
                && sums.entrySet().stream()
                        .allMatch(
                                sum -> areEqual(sum.getValue(), manifest.sums().get(sum.getKey())))
                && areEqual(usd, manifest.sumUsd());
        if (!agree) {
            throw new IllegalStateException(
                    "The export of %s has %d rows, sums %s and %s USD, the manifest %d, %s and %s"
                            .formatted(
                                    manifest.file(),
                                    rows,
                                    sums,
                                    usd,
                                    manifest.rows(),
                                    manifest.sums(),
                                    manifest.sumUsd()));
        }
    }

    private static boolean areEqual(BigDecimal sum, @Nullable String written) {
        return written != null && sum.compareTo(new BigDecimal(written)) == 0;
    }
}
