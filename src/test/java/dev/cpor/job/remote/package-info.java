/** Nights that share their evaluation with workers, and what gets in their way. */
@NullMarked
package dev.cpor.job.remote;

import org.jspecify.annotations.NullMarked;
