/** Tries compiled rules on a grid of their own limits and the neighbours of these, and says what an analyst should know. */
@NullMarked
package dev.cpor.rules.grid;

import org.jspecify.annotations.NullMarked;
