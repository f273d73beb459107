/** Chooses the rule set of a night, releases rule sets, and tells what rules do. */
@NullMarked
package dev.cpor.job.rules;

import org.jspecify.annotations.NullMarked;
