/** Reads folders of rules: which files there are, what stands in them, and what conditions compare. */
@NullMarked
package dev.cpor.rules.drl;

import org.jspecify.annotations.NullMarked;
