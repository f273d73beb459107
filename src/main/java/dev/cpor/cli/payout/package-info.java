/** What finance does with extracts: verify, release, export, reconcile, reverse. */
@NullMarked
package dev.cpor.cli.payout;

import org.jspecify.annotations.NullMarked;
