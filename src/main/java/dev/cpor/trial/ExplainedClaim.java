package dev.cpor.trial;

import dev.cpor.decision.Decision;
import dev.cpor.decision.OpenClaim;
import dev.cpor.rules.explain.Explanation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Why a night does what it does to a claim.
 *
 * @param claim as the night's evaluation finds it
 * @param ruleset the fingerprint of the rule set
 * @param past whether that night is over
 * @param lifecycle what each lifecycle rule says
 * @param incentive what each incentive rule says, or would say of a claim that is not handed off
 * @param assessed whether incentive rules are asked
 * @param decision what all that comes to
 * @param firing by rule that does not fire, the first night within the next ones in which it will, if nothing else happens
 */
public record ExplainedClaim(
        LocalDate night,
        OpenClaim claim,
        String ruleset,
        boolean past,
        List<Explanation> lifecycle,
        List<Explanation> incentive,
        boolean assessed,
        Decision decision,
        Map<String, LocalDate> firing) {}
