package dev.cpor.decision;

import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Partner;
import java.util.List;
import java.util.Map;

/**
 * A claim with all that incentive assessment needs to know.
 *
 * @param lines the claim's lines by number, without the removed ones
 * @param earningsSoFar by line number, how many earnings the line has had; a line that is missing has had none
 */
public record Assessable(
        OpenClaim claim,
        Partner partner,
        Customer customer,
        List<ClaimLine> lines,
        Map<Integer, Integer> earningsSoFar) {}
