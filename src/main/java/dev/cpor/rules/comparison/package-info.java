/** Says in which rules and rates two rule sets differ. */
@NullMarked
package dev.cpor.rules.comparison;

import org.jspecify.annotations.NullMarked;
