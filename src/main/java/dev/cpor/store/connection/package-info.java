/** Connects to MariaDB and brings its tables up to date. */
@NullMarked
package dev.cpor.store.connection;

import org.jspecify.annotations.NullMarked;
