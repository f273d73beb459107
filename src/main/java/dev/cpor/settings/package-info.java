/** Reads the operators' settings files strictly: what is not understood is refused with its line. */
@NullMarked
package dev.cpor.settings;

import org.jspecify.annotations.NullMarked;
