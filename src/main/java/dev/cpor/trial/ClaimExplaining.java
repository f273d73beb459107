package dev.cpor.trial;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.Assessables;
import dev.cpor.decision.Currencies;
import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.Verdict;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.request.NightDates;
import dev.cpor.job.rules.RuleSets;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.explain.Explaining;
import dev.cpor.rules.explain.Explanation;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.claim.AssessableClaims;
import dev.cpor.store.claim.ExchangeRateTable;
import dev.cpor.store.claim.OpenClaims;
import dev.cpor.store.night.Runs;
import dev.cpor.store.past.PastClaims;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Explains a night's decision about one claim, rule by rule. */
public class ClaimExplaining {
    private static final int NIGHTS = 45;

    private final OpenClaims claims;
    private final AssessableClaims assessables;
    private final ExchangeRateTable exchangeRates;
    private final PastClaims past;
    private final Runs runs;
    private final RuleSets ruleSets;
    private final Simulation simulation;
    private final NightDates dates;
    private final BusinessCalendar calendar;
    private final NightlySettings settings;

    ClaimExplaining(
            OpenClaims claims,
            AssessableClaims assessables,
            ExchangeRateTable exchangeRates,
            PastClaims past,
            Runs runs,
            RuleSets ruleSets,
            Simulation simulation,
            NightDates dates,
            BusinessCalendar calendar,
            NightlySettings settings) {
        this.claims = claims;
        this.assessables = assessables;
        this.exchangeRates = exchangeRates;
        this.past = past;
        this.runs = runs;
        this.ruleSets = ruleSets;
        this.simulation = simulation;
        this.dates = dates;
        this.calendar = calendar;
        this.settings = settings;
    }

    /**
     * Explains a claim in the night of a business date: in a complete one as claim, reference rows and rule set were then, in
     * another as they are now.
     *
     * @param date null for the night that comes next
     * @throws ClearFailure if there is no such claim, or the night does not ask rules about it
     */
    public ExplainedClaim explain(String claimId, @Nullable LocalDate date) {
        PastClaims.Identity identity = past.of(claimId)
                .orElseThrow(() ->
                        new ClearFailure("There is no claim %s; see the claims that there are with: cpor claims list."
                                .formatted(claimId)));
        LocalDate night = date == null ? dates.next() : date;
        Optional<Runs.Run> run = runs.of(night).filter(Runs.Run::isComplete);
        if (run.isPresent()) {
            return then(identity, run.get());
        }
        runs.lastCompleted().filter(night::isBefore).ifPresent(last -> {
            throw new ClearFailure(
                    "No night of %s is complete, so no rule was asked then; name one of those that are, as \"cpor runs list\" shows them, or a date after %s."
                            .formatted(night, last));
        });
        return coming(identity, night);
    }

    private ExplainedClaim then(PastClaims.Identity identity, Runs.Run run) {
        PastNights nights = simulation.pastNight(run);
        PastNights.Found found = nights.find(identity);
        if (found == null) {
            throw notOpen(identity.claimId(), run.businessDate());
        }
        CompiledRules rules = ruleSets.archived(Objects.requireNonNull(run.ruleset()));
        Assessables known =
                open -> open.isEmpty() ? List.of() : List.of(found.assessable().get());
        return explained(run.businessDate(), found.claim(), rules, true, known, found.currencies());
    }

    private ExplainedClaim coming(PastClaims.Identity identity, LocalDate night) {
        OpenClaim claim = claims.byNumber(identity.id())
                .filter(open -> !night.isBefore(open.statusSince()))
                .orElseThrow(() -> notOpen(identity.claimId(), night));
        CompiledRules rules = ruleSets.of(runs.of(night), night);
        Currencies currencies = new Currencies(settings.currencies().rules(), exchangeRates.asOf(night));
        return explained(night, claim, rules, false, assessables::of, currencies);
    }

    private static ClearFailure notOpen(String claimId, LocalDate night) {
        return new ClearFailure(
                "Claim %s is not open in the night of %s, so no rule is asked about it; see what became of it with: cpor claims history %s."
                        .formatted(claimId, night, claimId));
    }

    private ExplainedClaim explained(
            LocalDate night,
            OpenClaim claim,
            CompiledRules rules,
            boolean over,
            Assessables known,
            Currencies currencies) {
        calendar.isBusinessDay(night);
        Explaining explaining = rules.explaining();
        Verdict verdict = Deciding.lifecycle(claim, rules.lifecycle(List.of(claim), night));
        Decision decision =
                Deciding.page(List.of(claim), rules, known, currencies, night).get(0);
        Assessable assessable = known.of(List.of(claim)).get(0);
        List<Explanation> lifecycle = explaining.lifecycle(claim, night);
        return new ExplainedClaim(
                night,
                claim,
                rules.fingerprint(),
                over,
                lifecycle,
                explaining.incentive(assessable, night),
                verdict instanceof Verdict.ToAssess,
                decision,
                over ? Map.of() : firing(claim, lifecycle, explaining, night));
    }

    /** Finds by asking night after night. */
    private Map<String, LocalDate> firing(
            OpenClaim claim, List<Explanation> lifecycle, Explaining explaining, LocalDate night) {
        Map<String, LocalDate> firing = new TreeMap<>();
        long silent = lifecycle.stream().filter(rule -> !rule.fired()).count();
        LocalDate last = night.plusDays(NIGHTS);
        for (LocalDate next = night.plusDays(1);
                firing.size() < silent && !next.isAfter(last) && calendar.answersFor(next);
                next = next.plusDays(1)) {
            LocalDate then = next;
            List<Explanation> told = explaining.lifecycle(claim, then);
            for (int i = 0; i < told.size(); i++) {
                if (told.get(i).fired() && !lifecycle.get(i).fired()) {
                    firing.putIfAbsent(told.get(i).rule(), then);
                }
            }
        }
        return firing;
    }
}
