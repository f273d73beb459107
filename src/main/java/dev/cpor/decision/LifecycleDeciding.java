package dev.cpor.decision;

import dev.cpor.domain.Consent;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides what the lifecycle rules make of a claim. */
final class LifecycleDeciding {
    private static final String HAND_OFF = "hand it off";

    private LifecycleDeciding() {}

    static Verdict decide(OpenClaim claim, Findings all) {
        Findings.Failure failure = all.failures().get(claim.id());
        if (failure != null) {
            return new Decision.Quarantined(claim, List.of(failure.rule()), failure.message());
        }
        List<Finding> findings = all.of(claim.id());
        SortedMap<String, SortedSet<String>> wanted = new TreeMap<>();
        ByReason rejections = new ByReason();
        for (Finding finding : findings) {
            if (finding instanceof Finding.Reject reject) {
                rejections.add(reject.reason(), reject.rule());
                want(wanted, "reject it with " + reject.reason(), reject.rule());
            } else if (finding instanceof Finding.HandOff handOff) {
                want(wanted, HAND_OFF, handOff.rule());
            }
        }
        List<Note> notes = newNotes(claim, findings);
        if (wanted.size() > 1) {
            return conflict(claim, wanted);
        }
        if (!rejections.isEmpty()) {
            Map.Entry<ReasonCode, String> first =
                    rejections.rules().entrySet().iterator().next();
            return new Decision.Rejected(claim, notes, first.getKey(), first.getValue());
        }
        if (!wanted.isEmpty()) {
            return handOff(claim, notes, wanted.values().iterator().next().first());
        }
        if (claim.isOnHold()) {
            return new Verdict.ToAssess(claim, notes, false, "");
        }
        return notes.isEmpty() ? new Decision.Unchanged(claim) : new Decision.Noted(claim, notes);
    }

    private static void want(SortedMap<String, SortedSet<String>> wanted, String change, String rule) {
        wanted.computeIfAbsent(change, first -> new TreeSet<>()).add(rule);
    }

    private static Decision conflict(OpenClaim claim, SortedMap<String, SortedSet<String>> wanted) {
        TreeSet<String> rules = new TreeSet<>();
        List<String> said = new ArrayList<>();
        wanted.forEach((change, by) -> {
            rules.addAll(by);
            said.add("\"%s\" would %s".formatted(String.join("\" and \"", by), change));
        });
        return new Decision.Quarantined(
                claim,
                List.copyOf(rules),
                "Rules want different changes of claim %s: %s; change their conditions so that one claim never meets both."
                        .formatted(claim.claimId(), String.join(", ", said)));
    }

    private static Verdict handOff(OpenClaim claim, List<Note> notes, String rule) {
        if (claim.status() != Status.APPROVED || claim.consent() != Consent.PENDING) {
            return new Decision.Quarantined(
                    claim,
                    List.of(rule),
                    "Rule \"%s\" hands off claim %s, which is %s with consent %s; only APPROVED with consent PENDING can be handed off, so add both to its conditions."
                            .formatted(rule, claim.claimId(), claim.status(), claim.consent()));
        }
        return new Verdict.ToAssess(claim, notes, true, rule);
    }

    private static List<Note> newNotes(OpenClaim claim, List<Finding> findings) {
        SortedMap<String, Note> notes = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding instanceof Finding.Escalate escalate) {
                note(notes, claim, new Note(Note.Kind.ESCALATION, escalate.reason(), escalate.rule()));
            } else if (finding instanceof Finding.Remind remind) {
                note(notes, claim, new Note(Note.Kind.REMINDER, remind.reason(), remind.rule()));
            }
        }
        return List.copyOf(notes.values());
    }

    private static void note(SortedMap<String, Note> notes, OpenClaim claim, Note note) {
        if (!claim.notes().contains(note.reason())) {
            Comparator<Note> order = Comparator.comparing(Note::kind).thenComparing(Note::rule);
            notes.merge(note.reason().name(), note, (one, other) -> order.compare(one, other) <= 0 ? one : other);
        }
    }
}
