/** What must hold over whole runs, from the feeds to the payout files, whatever the settings and whatever fails on the way. */
@NullMarked
package dev.cpor.whole;

import org.jspecify.annotations.NullMarked;
