package dev.cpor.rules.compile;

/**
 * What Drools made of the rules of a folder.
 *
 * @param key tells the rules, the vocabulary and the version of Drools from others
 * @param content classes, as a jar
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on to be written, never compared.
public record Compiled(String key, byte[] content) {}
