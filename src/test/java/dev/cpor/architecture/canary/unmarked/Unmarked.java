package dev.cpor.architecture.canary.unmarked;

/** Nobody knows what may be null here. */
public interface Unmarked {}
