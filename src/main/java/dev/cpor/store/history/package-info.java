/** Moves claims on: their rows, guarded by their versions, and the rows of their histories. */
@NullMarked
package dev.cpor.store.history;

import org.jspecify.annotations.NullMarked;
