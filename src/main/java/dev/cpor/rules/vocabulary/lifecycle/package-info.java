/** The words that rules in {@code rules/lifecycle} may use; public because the code that Drools generates touches them. */
@NullMarked
package dev.cpor.rules.vocabulary.lifecycle;

import org.jspecify.annotations.NullMarked;
