/** Gives extracts in other formats, with typed columns, to those who want them. */
@NullMarked
package dev.cpor.payout.export;

import org.jspecify.annotations.NullMarked;
