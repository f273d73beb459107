/** Sees claims as they were on any night, and takes back what a rule decided. */
@NullMarked
package dev.cpor.store.past;

import org.jspecify.annotations.NullMarked;
