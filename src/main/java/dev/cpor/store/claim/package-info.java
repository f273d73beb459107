/** Reads claims as they stand. */
@NullMarked
package dev.cpor.store.claim;

import org.jspecify.annotations.NullMarked;
