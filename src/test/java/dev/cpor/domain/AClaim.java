package dev.cpor.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a claim that has a document and one line, to be changed in one place. */
final class AClaim {
    private Status status = Status.EDITING;
    private Consent consent = Consent.NONE;
    private Incentive incentive = Incentive.NOT_ASSESSED;
    private LocalDate since = LocalDate.parse("2026-11-02");
    private @Nullable LocalDate firstSubmitted;
    private final Map<Integer, String> lines = new TreeMap<>(Map.of(1, "sub-1"));
    private Set<Integer> removed = Set.of();
    private boolean hasDocument = true;
    private @Nullable String disputeId;
    private boolean disputeOpen;
    private Set<ReasonCode> notes = Set.of();

    static AClaim aClaim() {
        return new AClaim();
    }

    AClaim in(Status newStatus) {
        status = newStatus;
        consent = newStatus == Status.APPROVED ? Consent.PENDING : Consent.NONE;
        return this;
    }

    AClaim since(String day) {
        since = LocalDate.parse(day);
        return this;
    }

    AClaim firstSubmitted(String day) {
        firstSubmitted = LocalDate.parse(day);
        return this;
    }

    AClaim with(Consent newConsent) {
        consent = newConsent;
        return this;
    }

    AClaim with(Incentive newIncentive) {
        incentive = newIncentive;
        return this;
    }

    AClaim withLine(int lineNo, String subscriptionOrWorkload) {
        lines.put(lineNo, subscriptionOrWorkload);
        return this;
    }

    AClaim withoutLine(int lineNo) {
        lines.remove(lineNo);
        removed = Set.of(lineNo);
        return this;
    }

    AClaim withoutDocument() {
        hasDocument = false;
        return this;
    }

    AClaim withOpenDispute() {
        disputeId = "d-0";
        disputeOpen = true;
        return this;
    }

    AClaim withClosedDispute() {
        disputeId = "d-0";
        return this;
    }

    AClaim noted(ReasonCode reason) {
        notes = Set.of(reason);
        return this;
    }

    Claim build() {
        return new Claim(
                "C-1",
                "Rollout",
                "4711",
                Program.OSU,
                Activity.USAGE,
                "t-1",
                "it@example.org",
                null,
                status,
                status == Status.REJECTED ? ReasonCode.INSUFFICIENT_POE : null,
                null,
                consent,
                incentive,
                since,
                firstSubmitted,
                lines,
                removed,
                hasDocument,
                disputeId,
                disputeOpen,
                notes,
                7);
    }
}
