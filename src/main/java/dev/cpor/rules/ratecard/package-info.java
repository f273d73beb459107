/** Reads the rate card. */
@NullMarked
package dev.cpor.rules.ratecard;

import org.jspecify.annotations.NullMarked;
