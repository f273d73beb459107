package dev.cpor.job;

import dev.cpor.decision.Decision;
import java.util.List;

/**
 * What was decided on a page of open claims.
 *
 * @param missed the numbers of claims to be changed that the query for due claims would not have found
 */
public record DecidedPage(List<Decision> decisions, List<Long> missed) {}
