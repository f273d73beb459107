/** Makes rules that Drools can run of rules that were read, or says what is wrong with them. */
@NullMarked
package dev.cpor.rules.compile;

import org.jspecify.annotations.NullMarked;
