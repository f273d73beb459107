/** Reads feed files to validated rows; what a row shows to be wrong by itself is refused here. */
@NullMarked
package dev.cpor.intake;

import org.jspecify.annotations.NullMarked;
