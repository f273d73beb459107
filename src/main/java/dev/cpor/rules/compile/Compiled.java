package dev.cpor.rules.compile;

/**
 * What Drools made of the rules of a folder.
 *
 * @param key tells the rules, the vocabulary and the versions of Drools and Java from others
 * @param content classes, as a jar
 * @param takenUp whether it was kept before
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on to be written, never compared.
public record Compiled(String key, byte[] content, boolean takenUp) {}
