package dev.cpor.rules.grid;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.rules.vocabulary.incentive.Claim;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The claims that incentive rules are asked about, with their partners and customers. */
final class AssessedClaims implements Population {
    @Override
    public List<@Nullable State> states() {
        return List.copyOf(State.ASSESSED);
    }

    @Override
    public void complete(SortedMap<String, List<Object>> values) {
        DayValues.complete(values);
        values.keySet().removeAll(Set.of("status", "consent", "incentive"));
    }

    @Override
    public Set<String> related() {
        return ClaimDays.ALL;
    }

    @Override
    public boolean isPossible(Choice related) {
        return ClaimDays.of(related) != null;
    }

    @Override
    public Record make(long number, @Nullable State state, Choice choice) {
        State where = Objects.requireNonNull(state);
        ClaimDays days = Objects.requireNonNull(ClaimDays.of(choice));
        return new Claim(
                number,
                choice.or("claimId", "C-" + number),
                choice.or("mpnId", Values.OTHER),
                choice.or("tenantId", Values.OTHER),
                choice.or("program", Program.OSU),
                choice.or("activity", Activity.USAGE),
                where.status(),
                where.consent(),
                Incentive.NOT_ASSESSED,
                days.since(),
                days.firstSubmitted(),
                days.date(),
                days.inStatus(),
                days.businessInStatus(),
                days.businessSinceSubmission(),
                choice.or("partnerCountry", Values.OTHER),
                choice.or("payoutProfileValid", true),
                choice.or("partnerEnrolled", true),
                choice.or("customerCountry", Values.OTHER),
                choice.or("publicSector", false));
    }

    @Override
    public String inWords(Record made, Set<String> properties) {
        Claim claim = (Claim) made;
        return Sentence.claim(
                new State(claim.status(), claim.consent()),
                new ClaimDays(
                        claim.statusSince(),
                        claim.firstSubmitted(),
                        claim.businessDate(),
                        claim.daysInStatus(),
                        claim.businessDaysInStatus(),
                        claim.businessDaysSinceSubmission()),
                claim,
                properties);
    }
}
