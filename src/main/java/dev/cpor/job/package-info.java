/** Runs the night: intake, evaluation, payout extract, run report, in this order; the only place that knows the order. */
@NullMarked
package dev.cpor.job;

import org.jspecify.annotations.NullMarked;
