package dev.cpor.cli.night;

import dev.cpor.decision.Decision;
import dev.cpor.decision.Note;
import java.util.List;
import java.util.stream.Collectors;

/** A decision in one line: the claim, what happens to it, and the rule that says so. */
public final class Wording {
    private Wording() {}

    /** Returns what is decided about a claim, such as {@code C-1: rejected, NO_PARTNER_RESPONSE (rule)}. */
    public static String of(Decision decision) {
        return decision.claim().claimId() + ": " + what(decision);
    }

    private static String what(Decision decision) {
        if (decision instanceof Decision.Noted noted) {
            return notes(noted.notes());
        }
        if (decision instanceof Decision.Rejected rejected) {
            return and(notes(rejected.notes()), "rejected, %s (%s)".formatted(rejected.reason(), rejected.rule()));
        }
        if (decision instanceof Decision.Held held) {
            return and(
                    notes(held.notes()),
                    held.holds().entrySet().stream()
                            .map(hold -> "held, %s (%s)".formatted(hold.getKey(), hold.getValue()))
                            .collect(Collectors.joining("; ")));
        }
        if (decision instanceof Decision.HandedOff handedOff) {
            String earnings = handedOff.earnings().stream()
                    .map(earning -> earning.earningId() + " "
                            + earning.earned().amount().toPlainString() + " "
                            + earning.earned().currency())
                    .collect(Collectors.joining(", "));
            return and(
                    notes(handedOff.notes()),
                    handedOff.isEligible() ? "handed off, ELIGIBLE: " + earnings : "handed off, INELIGIBLE");
        }
        if (decision instanceof Decision.Quarantined quarantined) {
            return "quarantined: " + quarantined.message();
        }
        return "unchanged";
    }

    private static String and(String one, String other) {
        return one.isEmpty() ? other : one + "; " + other;
    }

    private static String notes(List<Note> notes) {
        return notes.stream()
                .map(note -> "%s, %s (%s)"
                        .formatted(
                                note.kind() == Note.Kind.REMINDER ? "reminded" : "escalated",
                                note.reason(),
                                note.rule()))
                .collect(Collectors.joining("; "));
    }
}
