/** Reads what finance and partners are given account of. */
@NullMarked
package dev.cpor.store.account;

import org.jspecify.annotations.NullMarked;
