/** Reads the bytecode of compiled rules, before any of it runs, and says what it reaches that no rule may reach. */
@NullMarked
package dev.cpor.rules.bytecode;

import org.jspecify.annotations.NullMarked;
