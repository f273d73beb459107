/** Says what may use what, and how every class is to be; each rule first catches a bad example. */
@NullMarked
package dev.cpor.architecture;

import org.jspecify.annotations.NullMarked;
