package dev.cpor.architecture.canary;

/** The tests name it, the program does not. */
public interface PublicForNobody {}
