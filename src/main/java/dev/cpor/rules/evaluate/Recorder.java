package dev.cpor.rules.evaluate;

import dev.cpor.decision.Finding;
import dev.cpor.domain.ReasonCode;
import dev.cpor.rules.drl.Folder;
import dev.cpor.rules.vocabulary.incentive.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Takes down what the rules of one session say, with the name of the rule that says it. */
final class Recorder extends DefaultAgendaEventListener {
    private final Map<Long, List<Finding>> findings = new HashMap<>();
    private String rule = "";

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        rule = event.getMatch().getRule().getName();
    }

    /** Returns what was said, by the claim's number. */
    Map<Long, List<Finding>> findings() {
        return findings;
    }

    /** Returns what rules of that folder call {@code decide}. */
    Object decide(Folder folder) {
        return switch (folder) {
            case LIFECYCLE -> new LifecycleDecide();
            case INCENTIVE -> new IncentiveDecide();
        };
    }

    private void add(long claim, Finding finding) {
        findings.computeIfAbsent(claim, number -> new ArrayList<>(2)).add(finding);
    }

    private final class LifecycleDecide implements dev.cpor.rules.vocabulary.lifecycle.Decide {
        @Override
        public void escalate(dev.cpor.rules.vocabulary.lifecycle.Claim claim, ReasonCode reason) {
            add(claim.number(), new Finding.Escalate(rule, reason));
        }

        @Override
        public void remind(dev.cpor.rules.vocabulary.lifecycle.Claim claim, ReasonCode reason) {
            add(claim.number(), new Finding.Remind(rule, reason));
        }

        @Override
        public void reject(dev.cpor.rules.vocabulary.lifecycle.Claim claim, ReasonCode reason) {
            add(claim.number(), new Finding.Reject(rule, reason));
        }

        @Override
        public void handOff(dev.cpor.rules.vocabulary.lifecycle.Claim claim) {
            add(claim.number(), new Finding.HandOff(rule));
        }
    }

    private final class IncentiveDecide implements dev.cpor.rules.vocabulary.incentive.Decide {
        @Override
        public void hold(dev.cpor.rules.vocabulary.incentive.Claim claim, ReasonCode reason) {
            add(claim.number(), new Finding.Hold(rule, reason));
        }

        @Override
        public void ineligible(dev.cpor.rules.vocabulary.incentive.Claim claim, ReasonCode reason) {
            add(claim.number(), new Finding.ClaimIneligible(rule, reason));
        }

        @Override
        public void ineligible(Line line, ReasonCode reason) {
            add(line.number(), new Finding.LineIneligible(rule, line.lineNo(), reason));
        }

        @Override
        public void earn(Line line) {
            add(line.number(), new Finding.LineEarns(rule, line.lineNo()));
        }
    }
}
