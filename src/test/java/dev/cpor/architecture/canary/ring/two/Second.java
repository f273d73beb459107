package dev.cpor.architecture.canary.ring.two;

import dev.cpor.architecture.canary.ring.one.First;
import java.util.List;

/** Uses the first, which uses the second. */
public record Second(List<First> firsts) {}
