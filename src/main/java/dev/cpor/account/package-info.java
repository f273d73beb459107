/** Gives account of what became of claims: to finance as a reconciliation of a period, to a partner as its statement of a month. */
@NullMarked
package dev.cpor.account;

import org.jspecify.annotations.NullMarked;
