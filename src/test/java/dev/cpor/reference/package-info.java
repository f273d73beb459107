/**
 * A second, plain and slow reading of the contract that shares no code with the product, and feeds to compare the two on.
 */
@NullMarked
package dev.cpor.reference;

import org.jspecify.annotations.NullMarked;
