/** Brings offers of partitions from a night to workers, over JMS. */
@NullMarked
package dev.cpor.broker;

import org.jspecify.annotations.NullMarked;
