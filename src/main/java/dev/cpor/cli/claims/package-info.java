/** Shows claims, and puts them back. */
@NullMarked
package dev.cpor.cli.claims;

import org.jspecify.annotations.NullMarked;
