package dev.cpor.trial;

import dev.cpor.decision.Decision;
import dev.cpor.decision.Note;
import dev.cpor.report.NightReport.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what a coming night will do. */
final class ComingNight {
    private final LocalDate date;
    private final boolean single;
    private final Map<Action, Long> acts = new EnumMap<>(Action.class);
    private final Sums sums = new Sums();
    private final List<Coming.OneClaim> claims = new ArrayList<>();
    private long open;
    private long quarantined;

    /** @param single whether to keep what happens to each claim */
    ComingNight(LocalDate date, boolean single) {
        this.date = date;
        this.single = single;
    }

    LocalDate date() {
        return date;
    }

    void add(Decision decision) {
        open++;
        if (decision instanceof Decision.Noted noted) {
            notes(decision, noted.notes());
        } else if (decision instanceof Decision.Rejected rejected) {
            notes(decision, rejected.notes());
            act(decision, Action.REJECTED, rejected.rule(), rejected.reason().name());
        } else if (decision instanceof Decision.Held held) {
            notes(decision, held.notes());
            held.holds().forEach((reason, rule) -> act(decision, Action.HELD, rule, reason.name()));
        } else if (decision instanceof Decision.HandedOff handedOff) {
            notes(decision, handedOff.notes());
            act(
                    decision,
                    Action.HANDED_OFF,
                    handedOff.handOffRule(),
                    handedOff.isEligible() ? "ELIGIBLE" : "INELIGIBLE");
            sums.add(handedOff.earnings());
            handedOff
                    .earnings()
                    .forEach(earning -> act(
                            decision,
                            Action.EARNED,
                            earning.ruleName(),
                            earning.earned().amount().toPlainString() + " "
                                    + earning.earned().currency()));
        } else if (decision instanceof Decision.Quarantined) {
            quarantined++;
        }
    }

    private void notes(Decision decision, List<Note> notes) {
        notes.forEach(note -> act(
                decision,
                note.kind() == Note.Kind.REMINDER ? Action.REMINDED : Action.ESCALATED,
                note.rule(),
                note.reason().name()));
    }

    private void act(Decision decision, Action action, String rule, String reason) {
        acts.merge(action, 1L, Long::sum);
        if (single) {
            claims.add(new Coming.OneClaim(decision.claim().claimId(), action, rule, reason));
        }
    }

    Coming told() {
        return new Coming(
                date,
                open,
                Map.copyOf(acts),
                quarantined,
                sums.all().entrySet().stream()
                        .map(sum -> new Coming.Money(
                                sum.getKey().program(),
                                sum.getKey().currency(),
                                sum.getValue().earnings(),
                                sum.getValue().amount(),
                                sum.getValue().usd()))
                        .toList(),
                claims.stream()
                        .sorted(Comparator.comparing(Coming.OneClaim::claimId))
                        .toList());
    }
}
