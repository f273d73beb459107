/** Brings what the rules say about a claim together to one decision: pure functions, the same for every order of the findings. */
@NullMarked
package dev.cpor.decision;

import org.jspecify.annotations.NullMarked;
