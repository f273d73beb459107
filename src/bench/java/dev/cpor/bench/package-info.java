/** Measures a night against what a user would do instead, on one server, with the same claims and the same changes. */
@NullMarked
package dev.cpor.bench;

import org.jspecify.annotations.NullMarked;
