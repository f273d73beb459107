package dev.cpor.job.rules;

/** Whether a night tries its rules on the scenarios of their folder before it begins. */
public enum RuleTests {
    /** Rules that do not pass stop the night. */
    RUN,
    /** The scenarios are left out; what is checked of the rules themselves is not. */
    LEFT_OUT
}
