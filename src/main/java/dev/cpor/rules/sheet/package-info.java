/** Reads tables that people keep in a spreadsheet program, whichever way it saved them. */
@NullMarked
package dev.cpor.rules.sheet;

import org.jspecify.annotations.NullMarked;
