package dev.cpor.decision;

import dev.cpor.domain.Earning;
import dev.cpor.domain.ReasonCode;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** What is to be written for one claim: at most one status change, plus notes. */
public sealed interface Decision extends Verdict {
    /** Returns the claim that was decided, as it was read. */
    OpenClaim claim();

    /** Nothing is to be written. */
    record Unchanged(OpenClaim claim) implements Decision {}

    /** Only notes are to be written. */
    record Noted(OpenClaim claim, List<Note> notes) implements Decision {}

    /** The claim is rejected. */
    record Rejected(OpenClaim claim, List<Note> notes, ReasonCode reason, String rule) implements Decision {}

    /**
     * Assessment has to wait.
     *
     * @param consentElapses whether consent becomes ELAPSED tonight
     * @param holds the new holds with their rules, at least one
     */
    record Held(OpenClaim claim, List<Note> notes, boolean consentElapses, SortedMap<ReasonCode, String> holds)
            implements Decision {}

    /**
     * The claim was assessed; it is eligible when a line earns.
     *
     * @param handOffRule the rule that let consent elapse; empty for a claim that was on hold
     * @param consentElapses whether consent becomes ELAPSED tonight
     * @param reasons why the claim as a whole does not earn, each with its rule; empty when nothing rules it out
     * @param lines what became of each line
     */
    record HandedOff(
            OpenClaim claim,
            List<Note> notes,
            boolean consentElapses,
            String handOffRule,
            SortedMap<ReasonCode, String> reasons,
            List<LineResult> lines)
            implements Decision {

        /** Returns what the claim's lines earn. */
        public List<Earning> earnings() {
            return lines.stream()
                    .map(LineResult::earning)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** Says whether at least one line earns. */
        public boolean isEligible() {
            return lines.stream().anyMatch(line -> line.earning() != null);
        }
    }

    /**
     * The claim cannot be decided tonight; it is left exactly as it is, and reported.
     *
     * @param message one sentence that names the rules
     */
    record Quarantined(OpenClaim claim, List<String> rules, String message) implements Decision {}
}
