package dev.cpor.rules.grid;

import org.jspecify.annotations.Nullable;

/** One record of the grid, and what was chosen to make it. */
record Point(@Nullable State state, Choice choice, Record fact) {}
