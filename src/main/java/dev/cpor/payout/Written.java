package dev.cpor.payout;

import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * An extract that is there, with its manifest.
 *
 * @param rows how many earnings it holds
 * @param sums the sum of each currency, by currency code
 * @param sumUsd the sum of the USD amounts
 * @param sha256 of the CSV
 * @param manifestSha256 of the manifest, which the program's next manifest and the night's control file name
 */
public record Written(
        Extract extract,
        long rows,
        SortedMap<String, BigDecimal> sums,
        BigDecimal sumUsd,
        String sha256,
        String manifestSha256) {}
