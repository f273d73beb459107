/** Keeps who works on which partition of a night, so that two never write for the same one. */
@NullMarked
package dev.cpor.store.remote;

import org.jspecify.annotations.NullMarked;
