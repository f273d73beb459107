/** Half of a circle. */
@NullMarked
package dev.cpor.architecture.canary.ring.one;

import org.jspecify.annotations.NullMarked;
