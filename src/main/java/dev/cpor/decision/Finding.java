package dev.cpor.decision;

import dev.cpor.domain.ReasonCode;

/** What one rule says about one claim. Every finding names its rule. */
public sealed interface Finding {
    /** Returns the name of the rule: the sentence that the history shows. */
    String rule();

    /** Someone at the vendor is late. */
    record Escalate(String rule, ReasonCode reason) implements Finding {}

    /** The partner should be reminded. */
    record Remind(String rule, ReasonCode reason) implements Finding {}

    /** The claim is to be rejected. */
    record Reject(String rule, ReasonCode reason) implements Finding {}

    /** The consent window has passed: the claim goes on to incentive assessment. */
    record HandOff(String rule) implements Finding {}

    /** Assessment has to wait. */
    record Hold(String rule, ReasonCode reason) implements Finding {}

    /** No line of the claim can earn. */
    record ClaimIneligible(String rule, ReasonCode reason) implements Finding {}

    /** This line cannot earn. */
    record LineIneligible(String rule, int lineNo, ReasonCode reason) implements Finding {}

    /** This line earns the rate that fits it, unless something rules it out. */
    record LineEarns(String rule, int lineNo) implements Finding {}
}
