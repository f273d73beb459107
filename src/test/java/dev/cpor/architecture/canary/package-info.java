/** Bad examples, one for each rule of the architecture. */
@NullMarked
package dev.cpor.architecture.canary;

import org.jspecify.annotations.NullMarked;
