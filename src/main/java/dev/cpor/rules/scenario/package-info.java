/** Tries rules on the cases that analysts wrote down in {@code rules/tests}, and turns real claims into such cases. */
@NullMarked
package dev.cpor.rules.scenario;

import org.jspecify.annotations.NullMarked;
