/** Keeps earnings, their extracts, and what finance did with them. */
@NullMarked
package dev.cpor.store.payout;

import org.jspecify.annotations.NullMarked;
