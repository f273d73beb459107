package dev.cpor.trial;

import dev.cpor.decision.Decision;
import dev.cpor.decision.LineResult;
import dev.cpor.decision.Note;
import dev.cpor.report.NightReport.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what rules do, on one side of a trial. */
final class Acts {
    private final Map<Act, Long> counts = new HashMap<>();

    /** What a rule does; the rule is empty where no rule hands off, for the claim was on hold. */
    record Act(String rule, Action action) {
        static final Comparator<Act> ORDER = Comparator.comparing(Act::action).thenComparing(Act::rule);
    }

    void add(Decision decision) {
        of(decision).forEach(act -> counts.merge(act, 1L, Long::sum));
    }

    long count(Act act) {
        return counts.getOrDefault(act, 0L);
    }

    Iterable<Act> acts() {
        return counts.keySet();
    }

    /** Returns what the rules do to a claim, one for each claim line where they speak about lines. */
    static List<Act> of(Decision decision) {
        List<Act> acts = new ArrayList<>();
        if (decision instanceof Decision.Noted noted) {
            notes(acts, noted.notes());
        } else if (decision instanceof Decision.Rejected rejected) {
            notes(acts, rejected.notes());
            acts.add(new Act(rejected.rule(), Action.REJECTED));
        } else if (decision instanceof Decision.Held held) {
            notes(acts, held.notes());
            held.holds().values().forEach(rule -> acts.add(new Act(rule, Action.HELD)));
        } else if (decision instanceof Decision.HandedOff handedOff) {
            notes(acts, handedOff.notes());
            acts.add(new Act(handedOff.handOffRule(), Action.HANDED_OFF));
            handedOff.reasons().values().forEach(rule -> acts.add(new Act(rule, Action.INELIGIBLE)));
            for (LineResult line : handedOff.lines()) {
                line.reasons().values().forEach(rule -> acts.add(new Act(rule, Action.INELIGIBLE)));
                if (line.earning() != null) {
                    acts.add(new Act(line.earning().ruleName(), Action.EARNED));
                }
            }
        }
        return acts;
    }

    private static void notes(List<Act> acts, List<Note> notes) {
        notes.forEach(note ->
                acts.add(new Act(note.rule(), note.kind() == Note.Kind.REMINDER ? Action.REMINDED : Action.ESCALATED)));
    }
}
