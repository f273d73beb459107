package dev.cpor.account;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import dev.cpor.store.account.StatementQueries.Happening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All that happened to one claim up to the end of a month: what a partner is told of it. */
final class ClaimStory {
    private static final String HANDED_OFF = "HANDED_OFF";
    private static final String HELD = "HELD";
    private static final String INFORMATION_REQUESTED = "INFORMATION_REQUESTED";

    private final List<Happening> happenings;
    private final BusinessCalendar calendar;

    /** @param happenings of one claim, oldest first, at least one */
    ClaimStory(List<Happening> happenings, BusinessCalendar calendar) {
        this.happenings = happenings;
        this.calendar = calendar;
    }

    private Happening last() {
        return happenings.get(happenings.size() - 1);
    }

    /** Returns the hand-offs by nights of the month; more than one where it was put back in between. */
    List<Happening> handOffs(Period month) {
        return happenings.stream()
                .filter(one -> one.own() && one.kind().equals(HANDED_OFF) && month.holds(one.businessDate()))
                .toList();
    }

    /** Returns the changes to rejected that nights of the month recorded. */
    List<Statement.Rejected> rejections(Period month) {
        List<Statement.Rejected> rejections = new ArrayList<>();
        Status before = Status.EDITING;
        for (Happening one : happenings) {
            if (one.status() == Status.REJECTED
                    && before != Status.REJECTED
                    && one.own()
                    && month.holds(one.businessDate())) {
                rejections.add(new Statement.Rejected(one.subject(), day(one), one.reasons(), isTakenBack(one)));
            }
            before = one.status();
        }
        return rejections;
    }

    /** Says whether the claim was put back to where it stood before this decision of a night. */
    boolean isTakenBack(Happening decision) {
        return happenings.stream()
                .map(Happening::putBack)
                .anyMatch(putBack -> putBack != null && putBack.decision() == decision.version());
    }

    /** Returns the hold at the end, if the claim is on hold then. */
    Optional<Statement.OnHold> hold() {
        if (!last().own() || !isAfterConsent(last()) || last().incentive() != Incentive.NOT_ASSESSED) {
            return Optional.empty();
        }
        List<Happening> holds = stay(ClaimStory::isAfterConsent).stream()
                .filter(one -> one.kind().equals(HELD))
                .toList();
        Set<ReasonCode> reasons = EnumSet.noneOf(ReasonCode.class);
        holds.forEach(one -> reasons.addAll(one.reasons()));
        return Optional.of(new Statement.OnHold(
                last().subject(),
                holds.stream()
                        .map(Happening::businessDate)
                        .min(Comparator.naturalOrder())
                        .orElse(last().businessDate()),
                reasons));
    }

    /** Returns how it stands at the end, if it is open then and not on hold. */
    Optional<Statement.Open> open() {
        Happening last = last();
        boolean open =
                switch (last.status()) {
                    case SUBMITTED, UNDER_REVIEW, PARTNER_ACTION_REQUIRED -> true;
                    case APPROVED -> last.consent() != Consent.ELAPSED;
                    case EDITING, REJECTED -> false;
                };
        if (!last.own() || !open) {
            return Optional.empty();
        }
        return Optional.of(new Statement.Open(
                last.subject(),
                last.status(),
                last.consent(),
                since(stay(one -> one.status() == last.status()).get(0)),
                last.status() == Status.PARTNER_ACTION_REQUIRED ? asked() : Set.of()));
    }

    /** Returns since when the claim is in the status that this began: what was put back is there since it was there first. */
    private LocalDate since(Happening first) {
        return first.putBack() == null ? day(first) : first.putBack().statusSince();
    }

    /** Returns what the reviewer asked for last. */
    private Set<ReasonCode> asked() {
        return happenings.stream()
                .filter(one -> one.kind().equals(INFORMATION_REQUESTED))
                .reduce((one, later) -> later)
                .map(Happening::reasons)
                .orElse(Set.of());
    }

    private static boolean isAfterConsent(Happening one) {
        return one.status() == Status.APPROVED && one.consent() == Consent.ELAPSED;
    }

    /** Returns the happenings at the end that are all like this. */
    private List<Happening> stay(Predicate<Happening> like) {
        int from = happenings.size();
        while (from > 0 && like.test(happenings.get(from - 1))) {
            from--;
        }
        return happenings.subList(from, happenings.size());
    }

    private LocalDate day(Happening one) {
        Instant occurredAt = one.occurredAt();
        return occurredAt == null ? one.businessDate() : calendar.dayOf(occurredAt);
    }
}
