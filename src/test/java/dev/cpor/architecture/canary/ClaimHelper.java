package dev.cpor.architecture.canary;

/** Its name says what it is made of and not what it does. */
public interface ClaimHelper {}
