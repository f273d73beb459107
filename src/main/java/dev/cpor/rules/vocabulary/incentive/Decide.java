package dev.cpor.rules.vocabulary.incentive;

import dev.cpor.domain.ReasonCode;

/** What an incentive rule can say about a claim or a line. Saying it changes nothing yet: all that is said is brought together later. */
public interface Decide {
    /** Lets the whole assessment wait; it is asked again every night. */
    void hold(Claim claim, ReasonCode reason);

    /** Says that no line of the claim can earn. */
    void ineligible(Claim claim, ReasonCode reason);

    /** Says that this line cannot earn. */
    void ineligible(Line line, ReasonCode reason);

    /** Says that the line earns the rate that fits it, unless something rules it out. */
    void earn(Line line);
}
