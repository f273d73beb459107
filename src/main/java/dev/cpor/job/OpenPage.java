package dev.cpor.job;

import dev.cpor.decision.OpenClaim;
import java.util.List;
import java.util.Set;

/**
 * A page of open claims.
 *
 * @param notDue the numbers of those that the query for due claims would not have found; empty where that is not looked at
 */
public record OpenPage(List<OpenClaim> claims, Set<Long> notDue) {}
