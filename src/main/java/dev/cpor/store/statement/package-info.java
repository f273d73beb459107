/** How a statement is bound and sent, and how values stand in columns. */
@NullMarked
package dev.cpor.store.statement;

import org.jspecify.annotations.NullMarked;
