package dev.cpor.architecture.canary.ring.one;

import dev.cpor.architecture.canary.ring.two.Second;

/** Uses the second, which uses the first. */
public record First(Second second) {}
