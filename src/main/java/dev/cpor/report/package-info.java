/** Tells a night: as a summary in the terminal, as a page and as JSON. */
@NullMarked
package dev.cpor.report;

import org.jspecify.annotations.NullMarked;
