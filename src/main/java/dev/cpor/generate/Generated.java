package dev.cpor.generate;

/** How many rows were written to each feed, headers not counted. */
public record Generated(
        long partners, long customers, long exchangeRates, long claims, long claimLines, long events, long disputes) {}
