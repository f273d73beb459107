/** SHA-256 of texts and files: what tells one rule set, feed file or extract from another. */
@NullMarked
package dev.cpor.digest;

import org.jspecify.annotations.NullMarked;
