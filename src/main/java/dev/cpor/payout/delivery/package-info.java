/** Hands released files on: to a folder, and to a server by SFTP. */
@NullMarked
package dev.cpor.payout.delivery;

import org.jspecify.annotations.NullMarked;
