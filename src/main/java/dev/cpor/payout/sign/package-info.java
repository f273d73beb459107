/** Signs manifests and control files, and verifies their signatures: Ed25519 (RFC 8032), from the JDK. */
@NullMarked
package dev.cpor.payout.sign;

import org.jspecify.annotations.NullMarked;
