/** Lets through only the part of the rule language that analysts may use. */
@NullMarked
package dev.cpor.rules.gate;

import org.jspecify.annotations.NullMarked;
