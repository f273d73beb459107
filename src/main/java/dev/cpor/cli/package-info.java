/** The commands: what is asked for, what is printed, and the exit status. */
@NullMarked
package dev.cpor.cli;

import org.jspecify.annotations.NullMarked;
