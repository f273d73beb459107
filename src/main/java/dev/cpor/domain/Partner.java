package dev.cpor.domain;

import java.util.Set;

/**
 * A partner as the partners feed describes it.
 *
 * @param currency ISO 4217 code of the currency that the partner is paid in
 * @param programs the programs that the partner is enrolled in
 * @param designations the solution areas for which the partner has a designation
 */
public record Partner(
        String mpnId,
        String name,
        String country,
        String currency,
        Set<Program> programs,
        boolean payoutProfileValid,
        Set<SolutionArea> designations) {}
