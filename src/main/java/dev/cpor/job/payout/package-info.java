/** Takes extracts to finance: signs, releases, delivers, makes again and reverses. */
@NullMarked
package dev.cpor.job.payout;

import org.jspecify.annotations.NullMarked;
