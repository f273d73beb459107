package dev.cpor.decision;

import java.util.List;

/** Knows what incentive assessment needs of claims. */
@FunctionalInterface
public interface Assessables {
    /** Returns the claims with their lines, partner and customer, in the order given; asked only for those that are assessed. */
    List<Assessable> of(List<OpenClaim> claims);
}
