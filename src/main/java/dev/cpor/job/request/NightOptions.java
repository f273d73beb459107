package dev.cpor.job.request;

/**
 * What is asked of a night besides its business date.
 *
 * @param ruleTests whether it tries its rules on the scenarios of their folder before it begins; what is checked of the rules
 *     themselves is never left out
 * @param newRules whether one that began with other rules, and has not evaluated claims, uses those that there are now
 * @param full whether it evaluates every open claim, due or not
 */
public record NightOptions(boolean ruleTests, boolean newRules, boolean full) {
    /** Nothing but its date. */
    public static final NightOptions NONE = new NightOptions(true, false, false);
}
