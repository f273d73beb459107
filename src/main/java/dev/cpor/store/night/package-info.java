/** Keeps which nights ran, which one may write, and what each counted. */
@NullMarked
package dev.cpor.store.night;

import org.jspecify.annotations.NullMarked;
