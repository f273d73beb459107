/** Runs the MariaDB server that is used when no database is named. */
@NullMarked
package dev.cpor.server;

import org.jspecify.annotations.NullMarked;
