/** Writes earnings to files that finance can trust. */
@NullMarked
package dev.cpor.payout;

import org.jspecify.annotations.NullMarked;
