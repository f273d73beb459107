/** The words that rules in {@code rules/incentive} may use; public because the code that Drools generates touches them. */
@NullMarked
package dev.cpor.rules.vocabulary.incentive;

import org.jspecify.annotations.NullMarked;
