package dev.cpor.job.rules;

import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.Note;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.Verdict;
import dev.cpor.job.request.NightDates;
import dev.cpor.rules.CompiledRules;
import dev.cpor.store.claim.OpenClaims;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what the coming nights will do to a claim if nothing else happens: the rules themselves are asked, night by night. */
public class Deadlines {
    private static final int NIGHTS = 45;

    private final OpenClaims claims;
    private final NightDates dates;
    private final RuleSets ruleSets;

    Deadlines(OpenClaims claims, NightDates dates, RuleSets ruleSets) {
        this.claims = claims;
        this.dates = dates;
        this.ruleSets = ruleSets;
    }

    /**
     * Something that a rule will do.
     *
     * @param night the business date of the night that will do it
     * @param what escalated, reminded, rejected or handed off
     * @param reason the reason code; empty for a hand-off
     */
    public record Deadline(LocalDate night, String what, String reason, String rule) {}

    /** Returns what will happen to a claim within the next 45 nights, by night; empty for a claim that is not open. */
    public List<Deadline> of(long claim) {
        List<Deadline> deadlines = new ArrayList<>();
        Optional<OpenClaim> open = claims.byNumber(claim);
        if (open.isEmpty()) {
            return deadlines;
        }
        OpenClaim now = open.get();
        LocalDate first = dates.next();
        List<CompiledRules> rules = ruleSets.coming(first, NIGHTS);
        for (int i = 0; i < NIGHTS; i++) {
            LocalDate night = first.plusDays(i);
            Verdict verdict = Deciding.lifecycle(now, rules.get(i).lifecycle(List.of(now), night));
            now = add(deadlines, night, now, verdict);
            if (verdict instanceof Decision.Rejected || verdict instanceof Verdict.ToAssess) {
                break;
            }
        }
        return deadlines;
    }

    private static OpenClaim add(List<Deadline> deadlines, LocalDate night, OpenClaim claim, Verdict verdict) {
        List<Note> notes = List.of();
        if (verdict instanceof Decision.Noted noted) {
            notes = noted.notes();
        } else if (verdict instanceof Decision.Rejected rejected) {
            notes = rejected.notes();
        } else if (verdict instanceof Verdict.ToAssess due) {
            notes = due.notes();
        }
        notes.forEach(note -> deadlines.add(new Deadline(
                night,
                note.kind() == Note.Kind.REMINDER ? "reminded" : "escalated",
                note.reason().name(),
                note.rule())));
        if (verdict instanceof Decision.Rejected rejected) {
            deadlines.add(new Deadline(night, "rejected", rejected.reason().name(), rejected.rule()));
        } else if (verdict instanceof Verdict.ToAssess due && due.consentElapses()) {
            deadlines.add(new Deadline(night, "handed off", "", due.rule()));
        }
        return claim.withNotes(notes.stream().map(Note::reason).toList());
    }
}
