package dev.cpor.domain;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A claim as far as the legality of events depends on it. Immutable; {@link ClaimLifecycle} makes the next one.
 *
 * @param rejection the reason of the rejection, null unless {@code REJECTED}
 * @param withdrawal the detail of a {@code PARTNER_REQUEST}, null otherwise
 * @param statusSince the day on which the status was entered
 * @param firstSubmitted the day of the first submission, null where there was none
 * @param lines by line number, what a dispute must name: the subscription or the workload
 * @param removedLines the numbers of the lines that were removed; they stay removed
 * @param hasDocument whether at least one proof of execution was uploaded
 * @param disputeId the dispute that was accepted, null where there never was one
 * @param disputeOpen whether that dispute waits to be upheld or denied
 * @param notes the escalations, reminders and holds made during the present stay in the status
 * @param version the number of history rows, at least 1
 */
public record Claim(
        String claimId,
        String claimName,
        String mpnId,
        Program program,
        Activity activity,
        String tenantId,
        @Nullable String customerContact,
        @Nullable String partnerContact,
        Status status,
        @Nullable ReasonCode rejection,
        @Nullable WithdrawalDetail withdrawal,
        Consent consent,
        Incentive incentive,
        LocalDate statusSince,
        @Nullable LocalDate firstSubmitted,
        Map<Integer, String> lines,
        Set<Integer> removedLines,
        boolean hasDocument,
        @Nullable String disputeId,
        boolean disputeOpen,
        Set<ReasonCode> notes,
        int version) {

    /** Takes copies of the collections. */
    public Claim {
        lines = Map.copyOf(lines);
        removedLines = Set.copyOf(removedLines);
        notes = Set.copyOf(notes);
    }

    /** Returns a claim as its creation leaves it. */
    static Claim createdBy(NewClaim row) {
        return new Claim(
                row.claimId(),
                row.claimName(),
                row.mpnId(),
                row.program(),
                row.activity(),
                row.tenantId(),
                row.customerContact(),
                row.partnerContact(),
                Status.EDITING,
                null,
                null,
                Consent.NONE,
                Incentive.NOT_ASSESSED,
                row.day(),
                null,
                Map.of(),
                Set.of(),
                false,
                null,
                false,
                Set.of(),
                1);
    }

    /**
     * Returns the claim as a night leaves it, which decided it by rules.
     *
     * @param reason of the rejection, null unless the night rejected it
     */
    public Claim decided(
            Status next,
            @Nullable ReasonCode reason,
            Consent nextConsent,
            Incentive assessed,
            LocalDate since,
            Set<ReasonCode> noted,
            int nextVersion) {
        Draft draft = draft();
        draft.status = next;
        draft.rejection = reason;
        draft.consent = nextConsent;
        draft.incentive = assessed;
        draft.statusSince = since;
        draft.notes = noted;
        return draft.at(nextVersion);
    }

    Draft draft() {
        return new Draft(this);
    }

    /** The one place that names every component twice: a claim being changed. */
    static final class Draft {
        String claimName;
        String mpnId;

        @Nullable
        String customerContact;

        @Nullable
        String partnerContact;

        Consent consent;
        boolean hasDocument;

        @Nullable
        String disputeId;

        boolean disputeOpen;
        private final Claim before;
        private final Map<Integer, String> lines;
        private final Set<Integer> removedLines;
        private Status status;
        private @Nullable ReasonCode rejection;
        private @Nullable WithdrawalDetail withdrawal;
        private Incentive incentive;
        private LocalDate statusSince;
        private @Nullable LocalDate firstSubmitted;
        private Set<ReasonCode> notes;

        private Draft(Claim before) {
            this.before = before;
            claimName = before.claimName;
            mpnId = before.mpnId;
            customerContact = before.customerContact;
            partnerContact = before.partnerContact;
            status = before.status;
            rejection = before.rejection;
            withdrawal = before.withdrawal;
            consent = before.consent;
            incentive = before.incentive;
            statusSince = before.statusSince;
            firstSubmitted = before.firstSubmitted;
            lines = new TreeMap<>(before.lines);
            removedLines = new LinkedHashSet<>(before.removedLines);
            hasDocument = before.hasDocument;
            disputeId = before.disputeId;
            disputeOpen = before.disputeOpen;
            notes = before.notes;
        }

        /** Enters a status: a new stay, in which nothing has been noted and nothing is rejected. */
        Draft enter(Status next, LocalDate day) {
            status = next;
            statusSince = day;
            notes = Set.of();
            rejection = null;
            withdrawal = null;
            consent = next == Status.APPROVED ? Consent.PENDING : next == Status.REJECTED ? consent : Consent.NONE;
            if (next == Status.SUBMITTED && firstSubmitted == null) {
                firstSubmitted = day;
            }
            return this;
        }

        Draft reject(ReasonCode reason, @Nullable WithdrawalDetail detail, LocalDate day) {
            enter(Status.REJECTED, day);
            rejection = reason;
            withdrawal = detail;
            return this;
        }

        void putLine(ClaimLine line) {
            lines.put(line.lineNo(), line.subscriptionOrWorkload());
        }

        void removeLine(int lineNo) {
            lines.remove(lineNo);
            removedLines.add(lineNo);
        }

        /** Returns the claim with one more history row. */
        Claim withHistoryRow() {
            return at(before.version + 1);
        }

        /** Returns the claim as a line row leaves it, which adds no history row. */
        Claim withoutHistoryRow() {
            return at(before.version);
        }

        private Claim at(int version) {
            return new Claim(
                    before.claimId,
                    claimName,
                    mpnId,
                    before.program,
                    before.activity,
                    before.tenantId,
                    customerContact,
                    partnerContact,
                    status,
                    rejection,
                    withdrawal,
                    consent,
                    incentive,
                    statusSince,
                    firstSubmitted,
                    lines,
                    removedLines,
                    hasDocument,
                    disputeId,
                    disputeOpen,
                    notes,
                    version);
        }
    }
}
