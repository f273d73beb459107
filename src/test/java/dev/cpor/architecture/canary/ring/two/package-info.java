/** Half of a circle. */
@NullMarked
package dev.cpor.architecture.canary.ring.two;

import org.jspecify.annotations.NullMarked;
