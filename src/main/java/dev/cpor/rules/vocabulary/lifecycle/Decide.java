package dev.cpor.rules.vocabulary.lifecycle;

import dev.cpor.domain.ReasonCode;

/** What a lifecycle rule can say about a claim. Saying it changes nothing yet: all that is said is brought together later. */
public interface Decide {
    /** Tells the vendor's reviewers that they are late; once per stay in the status. */
    void escalate(Claim claim, ReasonCode reason);

    /** Reminds the partner; once per stay in the status. */
    void remind(Claim claim, ReasonCode reason);

    /** Rejects the claim. */
    void reject(Claim claim, ReasonCode reason);

    /** Lets the customer's consent elapse and gives the claim on to incentive assessment. */
    void handOff(Claim claim);
}
