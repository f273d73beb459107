/** Keeps claims, history, earnings and runs in MariaDB; the only place that knows SQL. */
@NullMarked
package dev.cpor.store;

import org.jspecify.annotations.NullMarked;
