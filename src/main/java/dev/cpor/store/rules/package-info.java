/** Keeps rule sets that were used or released, and tells what their rules did. */
@NullMarked
package dev.cpor.store.rules;

import org.jspecify.annotations.NullMarked;
