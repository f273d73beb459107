/** Verifies a whole payout folder without a database: bytes, totals, sequence and chain. */
@NullMarked
package dev.cpor.payout.verify;

import org.jspecify.annotations.NullMarked;
