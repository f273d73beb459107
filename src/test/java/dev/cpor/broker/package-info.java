/** What brings offers to workers, against a broker that runs. */
@NullMarked
package dev.cpor.broker;

import org.jspecify.annotations.NullMarked;
