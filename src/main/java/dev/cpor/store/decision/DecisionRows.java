package dev.cpor.store.decision;

import dev.cpor.decision.Decision;
import dev.cpor.decision.LineResult;
import dev.cpor.decision.Note;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.ReasonCode;
import dev.cpor.store.history.HistoryRow;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.night.Tallies.Topic;
import dev.cpor.store.statement.Bind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the decisions of a page into the rows that are to be written, without writing any. */
final class DecisionRows {
    final List<ClaimChange> changes = new ArrayList<>();
    final List<HistoryRow> history = new ArrayList<>();
    final List<ClaimEarning> earnings = new ArrayList<>();
    final List<NoticeRow> notices = new ArrayList<>();
    final List<Decision.Quarantined> quarantined = new ArrayList<>();
    final Tallies.Page tally = new Tallies.Page();
    private final LocalDate businessDate;
    private final String ruleset;

    /** An earning of the claim with that number. */
    record ClaimEarning(long claim, Earning earning) {}

    /** Something to be told to somebody. */
    record NoticeRow(
            long claim,
            int version,
            String kind,
            String recipient,
            @Nullable String reason) {}

    DecisionRows(LocalDate businessDate, String ruleset, List<Decision> decisions) {
        this.businessDate = businessDate;
        this.ruleset = ruleset;
        decisions.forEach(this::add);
        tally.count(Topic.EVALUATED, "", "", decisions.size());
    }

    private void add(Decision decision) {
        if (decision instanceof Decision.Noted noted) {
            notes(change(noted), noted.notes());
        } else if (decision instanceof Decision.Rejected rejected) {
            reject(rejected);
        } else if (decision instanceof Decision.Held held) {
            hold(held);
        } else if (decision instanceof Decision.HandedOff handedOff) {
            handOff(handedOff);
        } else if (decision instanceof Decision.Quarantined one) {
            quarantined.add(one);
            tally.count(Topic.QUARANTINED, "", "");
        }
    }

    private ClaimChange change(Decision decision) {
        ClaimChange change = new ClaimChange(decision.claim());
        changes.add(change);
        tally.count(Topic.CHANGED, "", "");
        return change;
    }

    private void notes(ClaimChange change, List<Note> notes) {
        for (Note note : notes) {
            boolean reminder = note.kind() == Note.Kind.REMINDER;
            change.note(note.reason());
            history(change, reminder ? "REMINDED" : "ESCALATED", note.reason().name(), null, note.rule());
            tally.count(
                    reminder ? Topic.REMINDED : Topic.ESCALATED,
                    note.rule(),
                    note.reason().name());
            notice(change, reminder ? "REMINDER" : "ESCALATION", reminder ? "PARTNER" : "REVIEWER", note.reason());
        }
    }

    private void reject(Decision.Rejected rejected) {
        ClaimChange change = change(rejected);
        notes(change, rejected.notes());
        tally.count(Topic.STATUS, change.status.name(), "REJECTED");
        change.reject(rejected.reason(), businessDate);
        history(change, "REJECTED", rejected.reason().name(), null, rejected.rule());
        tally.count(Topic.REJECTED, rejected.rule(), rejected.reason().name());
        notice(change, "REJECTION", "PARTNER", rejected.reason());
    }

    private void hold(Decision.Held held) {
        ClaimChange change = change(held);
        notes(change, held.notes());
        if (held.consentElapses()) {
            change.consent = Consent.ELAPSED;
        }
        held.holds().forEach((reason, rule) -> {
            change.note(reason);
            history(change, "HELD", reason.name(), null, rule);
            tally.count(Topic.HELD, rule, reason.name());
            notice(change, "HOLD", "PARTNER", reason);
        });
    }

    private void handOff(Decision.HandedOff handedOff) {
        ClaimChange change = change(handedOff);
        notes(change, handedOff.notes());
        change.consent = Consent.ELAPSED;
        change.incentive = handedOff.isEligible() ? Incentive.ELIGIBLE : Incentive.INELIGIBLE;
        Set<String> rules = new LinkedHashSet<>();
        Set<ReasonCode> reasons = new TreeSet<>(handedOff.reasons().keySet());
        if (!handedOff.handOffRule().isEmpty()) {
            rules.add(handedOff.handOffRule());
        }
        count(handedOff.reasons(), rules);
        for (LineResult line : handedOff.lines()) {
            reasons.addAll(line.reasons().keySet());
            count(line.reasons(), rules);
            Earning earning = line.earning();
            if (earning != null) {
                rules.add(earning.ruleName());
                earnings.add(new ClaimEarning(handedOff.claim().id(), earning));
                tally.count(Topic.EARNED, earning.ruleName(), "");
            }
        }
        history(
                change,
                "HANDED_OFF",
                handedOff.isEligible() || reasons.isEmpty() ? null : Bind.names(reasons),
                LineOutcomes.written(handedOff.lines()),
                String.join("; ", rules));
        tally.count(Topic.HANDED_OFF, handedOff.handOffRule(), "");
        notice(change, "ASSESSMENT", "PARTNER", null);
    }

    private void count(Map<ReasonCode, String> reasons, Set<String> rules) {
        reasons.forEach((reason, rule) -> {
            rules.add(rule);
            tally.count(Topic.INELIGIBLE, rule, reason.name());
        });
    }

    private void history(
            ClaimChange change, String kind, @Nullable String reason, @Nullable String detail, String rule) {
        change.version++;
        history.add(new HistoryRow(
                change.before.id(),
                change.version,
                kind,
                null,
                change.status,
                change.consent,
                change.incentive,
                reason,
                detail,
                new HistoryRow.Why(rule, ruleset)));
    }

    private void notice(ClaimChange change, String kind, String recipient, @Nullable ReasonCode reason) {
        notices.add(new NoticeRow(change.before.id(), change.version, kind, recipient, Bind.name(reason)));
    }
}
