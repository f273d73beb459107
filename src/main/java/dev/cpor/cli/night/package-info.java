/** Runs nights, makes feeds for them, and tells what they came to. */
@NullMarked
package dev.cpor.cli.night;

import org.jspecify.annotations.NullMarked;
