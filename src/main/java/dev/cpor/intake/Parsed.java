package dev.cpor.intake;

import dev.cpor.domain.ClaimEvent;
import dev.cpor.domain.ClaimLine;
import dev.cpor.domain.Customer;
import dev.cpor.domain.Dispute;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.NewClaim;
import dev.cpor.domain.Partner;
import dev.cpor.domain.PaymentResult;
import dev.cpor.domain.Refusal;
import java.time.Instant;
import java.time.LocalDate;

/** What a row says, or why it is refused. */
public sealed interface Parsed {

    /** The row shows by itself to be wrong. */
    record Bad(Refusal refusal) implements Parsed {}

    /** The row is right as far as it can be seen by itself. */
    sealed interface Row extends Parsed {}

    /** A row that is applied at its turn: by the instant at which it occurred, then by its id. */
    sealed interface InTurn extends Row {
        /** Returns the claim that it is about. */
        String claimId();

        /** Returns when it occurred. */
        Instant at();

        /** Returns the day of {@link #at()} in the calendar's zone. */
        LocalDate day();
    }

    /** A row of the partners feed. */
    record PartnerRow(Partner partner) implements Row {}

    /** A row of the customers feed. */
    record CustomerRow(Customer customer) implements Row {}

    /** A row of the exchange rates feed. */
    record ExchangeRateRow(ExchangeRate rate) implements Row {}

    /** A row of the claim lines feed. */
    record LineOfClaim(String claimId, ClaimLine line) implements Row {}

    /** A row of the payment results feed. */
    record PaymentResultRow(PaymentResult result) implements Row {}

    /** A row of the claims feed. */
    record ClaimRow(NewClaim claim) implements InTurn {
        @Override
        public String claimId() {
            return claim.claimId();
        }

        @Override
        public Instant at() {
            return claim.createdAt();
        }

        @Override
        public LocalDate day() {
            return claim.day();
        }
    }

    /** A row of the events feed. */
    record EventRow(ClaimEvent event) implements InTurn {
        @Override
        public String claimId() {
            return event.claimId();
        }

        @Override
        public Instant at() {
            return event.occurredAt();
        }

        @Override
        public LocalDate day() {
            return event.day();
        }
    }

    /** A row of the disputes feed. */
    record DisputeRow(Dispute dispute) implements InTurn {
        @Override
        public String claimId() {
            return dispute.claimId();
        }

        @Override
        public Instant at() {
            return dispute.openedAt();
        }

        @Override
        public LocalDate day() {
            return dispute.day();
        }
    }
}
