/** Writes what feeds told: rows that wait, rows that were refused, and claims that were changed. */
@NullMarked
package dev.cpor.store.intake;

import org.jspecify.annotations.NullMarked;
