/** What every command works with: the shared options, the console, the exit status, and the database with all that stands on it. */
@NullMarked
package dev.cpor.cli.session;

import org.jspecify.annotations.NullMarked;
