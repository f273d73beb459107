/** The words of partner-of-record claims as types: what a claim is, what may happen to it, and how days are counted. */
@NullMarked
package dev.cpor.domain;

import org.jspecify.annotations.NullMarked;
