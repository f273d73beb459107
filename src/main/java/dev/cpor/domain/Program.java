package dev.cpor.domain;

/** The program that a claim belongs to. */
public enum Program {
    /** Online services usage. */
    OSU,
    /** Online services advisor: pre-sales. */
    OSA
}
