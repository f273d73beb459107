/** Asks compiled rules about claims, within a limit of time. */
@NullMarked
package dev.cpor.rules.evaluate;

import org.jspecify.annotations.NullMarked;
