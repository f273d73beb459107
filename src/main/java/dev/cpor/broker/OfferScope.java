package dev.cpor.broker;

/**
 * Whom offers are for: whoever works on the same database with the same program. Others leave them where they are.
 *
 * @param database which database it is
 * @param program which version of the program it is
 */
public record OfferScope(String database, String program) {}
