package dev.cpor.payout;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up the rows of an extract, or of several. */
public final class Totals {
    private final SortedMap<String, BigDecimal> sums = new TreeMap<>();
    private BigDecimal usd = BigDecimal.ZERO.setScale(2);
    private long rows;

    /**
     * Adds one row.
     *
     * @param currency ISO 4217 code of the earned amount's currency
     * @param amount with exactly the currency's minor units
     * @param amountUsd with exactly 2 decimals
     */
    public void add(String currency, BigDecimal amount, BigDecimal amountUsd) {
        rows++;
        sums.merge(currency, amount, BigDecimal::add);
        usd = usd.add(amountUsd);
    }

    /** Adds the rows of another extract. */
    public void add(Totals other) {
        rows += other.rows;
        other.sums.forEach((currency, sum) -> sums.merge(currency, sum, BigDecimal::add));
        usd = usd.add(other.usd);
    }

    /** Returns how many rows were added. */
    public long rows() {
        return rows;
    }

    /** Returns the sum of each currency, by currency code. */
    public SortedMap<String, BigDecimal> sums() {
        return Collections.unmodifiableSortedMap(sums);
    }

    /** Returns the sum of the USD amounts. */
    public BigDecimal usd() {
        return usd;
    }

    /** Returns the sums as the manifest writes them. */
    public SortedMap<String, String> writtenSums() {
        SortedMap<String, String> written = new TreeMap<>();
        sums.forEach((currency, sum) -> written.put(currency, sum.toPlainString()));
        return written;
    }

    /** Returns the USD sum as the manifest writes it. */
    public String writtenUsd() {
        return usd.toPlainString();
    }
}
