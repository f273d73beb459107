package dev.cpor.trial;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.Standing;
import dev.cpor.domain.Claim;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Money;
import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a claim stands on one side of a trial after its last night.
 *
 * @param reason of a rejection, else null
 * @param notes the escalations, reminders and holds of the present stay in the status
 * @param earnings what the trial's nights made its lines earn
 */
public record Outcome(
        Status status,
        @Nullable ReasonCode reason,
        Consent consent,
        Incentive incentive,
        Set<ReasonCode> notes,
        List<Earned> earnings) {

    /** What a line earns, in its currency and in USD. */
    public record Earned(int lineNo, Money amount, Money usd, String rule) {
        static Earned of(Earning earning) {
            return new Earned(earning.lineNo(), earning.earned(), earning.earnedUsd(), earning.ruleName());
        }

        private Stream<Money> money() {
            return Stream.of(amount, usd);
        }
    }

    static Outcome of(Standing standing) {
        return of(
                standing.claim(),
                standing.rejection(),
                standing.earnings().stream().map(Earned::of).toList());
    }

    static Outcome of(Claim claim, List<Earned> earnings) {
        return new Outcome(
                claim.status(),
                claim.rejection(),
                claim.consent(),
                claim.incentive(),
                new TreeSet<>(claim.notes()),
                List.copyOf(earnings));
    }

    private static Outcome of(OpenClaim claim, @Nullable ReasonCode rejection, List<Earned> earnings) {
        return new Outcome(
                claim.status(),
                rejection,
                claim.consent(),
                claim.incentive(),
                new TreeSet<>(claim.notes()),
                List.copyOf(earnings));
    }

    /** Says whether both stand alike, whatever was noted on the way. */
    boolean standsLike(Outcome other) {
        return status == other.status
                && reason == other.reason
                && consent == other.consent
                && incentive == other.incentive
                && amounts().equals(other.amounts());
    }

    /** By line; which rule says that a line earns makes no difference to anybody. */
    private Map<Integer, List<Money>> amounts() {
        return earnings.stream().collect(groupingBy(Earned::lineNo, flatMapping(Earned::money, toList())));
    }

    /** Returns the sum of what it earns, in USD. */
    public BigDecimal usd() {
        return earnings.stream()
                .map(earned -> earned.usd().amount())
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /** Returns the outcome in a few words: {@code REJECTED NO_PARTNER_RESPONSE}, {@code APPROVED, consent PENDING}. */
    public String told() {
        return switch (status) {
            case REJECTED -> status + (reason == null ? "" : " " + reason);
            case APPROVED ->
                incentive == Incentive.NOT_ASSESSED ? status + ", consent " + consent : status + ", " + incentive;
            default -> status.name();
        };
    }
}
