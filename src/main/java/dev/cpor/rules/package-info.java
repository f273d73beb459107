/** Compiles the analysts' rules and evaluates them; the only place that knows Drools. */
@NullMarked
package dev.cpor.rules;

import org.jspecify.annotations.NullMarked;
