package dev.cpor.rules.scenario;

import dev.cpor.decision.Currencies;
import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.Finding;
import dev.cpor.decision.Findings;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.Verdict;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.rules.CompiledRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules make of a case: asked and decided as a night does, with every currency worth one dollar.
 *
 * @param findings what the rules that were asked say
 * @param assessed whether the incentive rules were asked
 */
record Trial(Decision decision, List<Finding> findings, boolean assessed) {

    static Trial of(Scenario scenario, CompiledRules rules, CurrencyRules currencies) {
        OpenClaim claim = scenario.claim().claim();
        Findings lifecycle = rules.lifecycle(claim, scenario.businessDate(), scenario.days());
        List<Finding> findings = new ArrayList<>(lifecycle.of(claim.id()));
        Verdict verdict = Deciding.lifecycle(claim, lifecycle);
        if (verdict instanceof Decision decision) {
            return new Trial(decision, findings, false);
        }
        Findings incentive = rules.incentive(scenario.claim(), scenario.businessDate(), scenario.days());
        findings.addAll(incentive.of(claim.id()));
        Decision decision = Deciding.incentive(
                (Verdict.ToAssess) verdict,
                scenario.claim(),
                incentive,
                rules.rateCard(),
                new Currencies(currencies, (currency, day) -> new ExchangeRate(currency, day, BigDecimal.ONE)),
                scenario.businessDate(),
                rules.fingerprint());
        return new Trial(decision, findings, true);
    }

    /** Says whether a rule said something about the claim as a whole, or about that line of it. */
    boolean fired(String rule, int lineNo) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).anyMatch(finding -> {
            if (finding instanceof Finding.LineIneligible line) {
                return line.lineNo() == lineNo;
            }
            return !(finding instanceof Finding.LineEarns line) || line.lineNo() == lineNo;
        });
    }
}
