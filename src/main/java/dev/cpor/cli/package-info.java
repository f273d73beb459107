/** Starts the program: finds the command, and says in one sentence why it was refused or failed. */
@NullMarked
package dev.cpor.cli;

import org.jspecify.annotations.NullMarked;
