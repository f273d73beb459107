package dev.cpor.store.past;

import dev.cpor.domain.Consent;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where a claim stood in its life: in a status since a day, with what was noted meanwhile.
 *
 * @param notes the reasons of the escalations, reminders and holds of this stay in the status
 */
public record Stay(Status status, Consent consent, LocalDate since, Set<ReasonCode> notes) {
    private static final Set<String> NOTED = Set.of("ESCALATED", "REMINDED", "HELD");

    /** Takes a copy of the notes. */
    public Stay {
        notes = Set.copyOf(notes);
    }

    /** @param steps what happened from the claim's creation on, at least that */
    static Stay after(List<PastStep> steps) {
        PastStep last = steps.get(steps.size() - 1);
        Status status = null;
        LocalDate since = last.day();
        Set<ReasonCode> notes = EnumSet.noneOf(ReasonCode.class);
        for (PastStep step : steps) {
            PastStep.PutBack putBack = step.putBack();
            if (putBack != null) {
                since = putBack.statusSince();
                notes.clear();
                notes.addAll(putBack.notes());
            } else if (step.status() != status) {
                since = step.day();
                notes.clear();
            }
            status = step.status();
            if (NOTED.contains(step.kind()) && step.reason() != null) {
                notes.add(ReasonCode.valueOf(step.reason()));
            }
        }
        return new Stay(last.status(), last.consent(), since, notes);
    }
}
