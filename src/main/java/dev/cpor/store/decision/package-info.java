/** Writes what was decided about a page of claims. */
@NullMarked
package dev.cpor.store.decision;

import org.jspecify.annotations.NullMarked;
