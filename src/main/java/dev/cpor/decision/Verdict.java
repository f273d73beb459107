package dev.cpor.decision;

import java.util.List;

/** What the lifecycle rules make of a claim: a decision, or that incentive assessment has to say more. */
public sealed interface Verdict permits Decision, Verdict.ToAssess {

    /**
     * The claim goes on to incentive assessment.
     *
     * @param notes the notes to be made whatever assessment says
     * @param consentElapses true when the consent window passed tonight, false for a claim that was on hold
     * @param rule the rule that handed the claim off; empty for a claim that was on hold
     */
    record ToAssess(OpenClaim claim, List<Note> notes, boolean consentElapses, String rule) implements Verdict {}
}
