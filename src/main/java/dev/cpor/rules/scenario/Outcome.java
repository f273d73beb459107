package dev.cpor.rules.scenario;

import dev.cpor.decision.Decision;
import dev.cpor.decision.LineResult;
import dev.cpor.decision.Note;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Money;
import dev.cpor.domain.ReasonCode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of a claim and of one of its lines, in the words that expectations use. */
final class Outcome {
    private final Set<Act> acts = EnumSet.noneOf(Act.class);
    private final Set<ReasonCode> reasons = EnumSet.noneOf(ReasonCode.class);
    private final Set<String> rules = new LinkedHashSet<>();
    private @Nullable Money amount;

    private Outcome() {}

    /**
     * Returns what came of a line.
     *
     * @param handOff whether it is enough to know that the claim is handed off, and not what assessment made of it
     */
    static Outcome of(Decision decision, int lineNo, boolean handOff) {
        Outcome outcome = new Outcome();
        if (decision instanceof Decision.Noted noted) {
            outcome.add(noted.notes());
        } else if (decision instanceof Decision.Rejected rejected) {
            outcome.add(Act.REJECT, Map.of(rejected.reason(), rejected.rule()));
            outcome.add(rejected.notes());
        } else if (decision instanceof Decision.Held held) {
            if (handOff && held.consentElapses()) {
                outcome.acts.add(Act.HAND_OFF);
            } else {
                outcome.add(Act.HOLD, held.holds());
            }
            outcome.add(held.notes());
        } else if (decision instanceof Decision.HandedOff handedOff) {
            if (handOff && handedOff.consentElapses()) {
                outcome.acts.add(Act.HAND_OFF);
                outcome.rules.add(handedOff.handOffRule());
            } else {
                outcome.add(handedOff, lineNo);
            }
            outcome.add(handedOff.notes());
        } else if (decision instanceof Decision.Quarantined quarantined) {
            outcome.acts.add(Act.QUARANTINE);
            outcome.rules.addAll(quarantined.rules());
        }
        if (outcome.acts.isEmpty()) {
            outcome.acts.add(Act.NOTHING);
        }
        return outcome;
    }

    private void add(Decision.HandedOff handedOff, int lineNo) {
        LineResult line = handedOff.lines().stream()
                .filter(result -> result.lineNo() == lineNo)
                .findFirst()
                .orElse(null);
        Earning earning = line == null ? null : line.earning();
        if (earning != null) {
            acts.add(Act.EARNS);
            rules.add(earning.ruleName());
            amount = earning.earned();
            return;
        }
        add(Act.INELIGIBLE, handedOff.reasons());
        if (line != null) {
            add(Act.INELIGIBLE, line.reasons());
        }
    }

    private void add(List<Note> notes) {
        notes.forEach(note ->
                add(note.kind() == Note.Kind.REMINDER ? Act.REMIND : Act.ESCALATE, Map.of(note.reason(), note.rule())));
    }

    private void add(Act act, Map<ReasonCode, String> because) {
        acts.add(act);
        reasons.addAll(because.keySet());
        rules.addAll(because.values());
    }

    Set<Act> acts() {
        return acts;
    }

    Set<ReasonCode> reasons() {
        return reasons;
    }

    /** Returns the names of the rules that brought it about, the decisive one first; also "Incentive assessment" itself. */
    Set<String> rules() {
        return rules;
    }

    /** Returns what the line earns, null if it does not. */
    @Nullable
    Money amount() {
        return amount;
    }
}
