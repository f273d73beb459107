/** Bad examples for what the domain may use. */
@NullMarked
package dev.cpor.architecture.canary.domain;

import org.jspecify.annotations.NullMarked;
