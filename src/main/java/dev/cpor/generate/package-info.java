/** Makes reproducible feeds of any size. */
@NullMarked
package dev.cpor.generate;

import org.jspecify.annotations.NullMarked;
