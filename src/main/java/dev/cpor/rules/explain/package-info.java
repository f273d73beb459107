/** Says of each condition of a rule whether it holds for a claim. */
@NullMarked
package dev.cpor.rules.explain;

import org.jspecify.annotations.NullMarked;
