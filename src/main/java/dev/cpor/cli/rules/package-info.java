/** What analysts do with their rules: check, test, explain, try, list, compare, release. */
@NullMarked
package dev.cpor.cli.rules;

import org.jspecify.annotations.NullMarked;
