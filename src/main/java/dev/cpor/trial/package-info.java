/** Tries rules on real claims without writing anything: what another rule set would have done, and what coming nights will do. */
@NullMarked
package dev.cpor.trial;

import org.jspecify.annotations.NullMarked;
