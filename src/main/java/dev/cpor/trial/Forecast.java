package dev.cpor.trial;

import dev.cpor.decision.Currencies;
import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.OpenClaim;
import dev.cpor.decision.Standing;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.request.NightDates;
import dev.cpor.job.rules.RuleSets;
import dev.cpor.report.Progress;
import dev.cpor.rules.CompiledRules;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.claim.AssessableClaims;
import dev.cpor.store.claim.ExchangeRateTable;
import dev.cpor.store.claim.OpenClaims;
import dev.cpor.store.claim.OpenClaims.IdRange;
import dev.cpor.store.intake.ReferenceRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what the coming nights will do if nothing else happens: the rules themselves are asked, night by night. */
public class Forecast {
    private final OpenClaims claims;
    private final AssessableClaims assessables;
    private final ExchangeRateTable exchangeRates;
    private final ReferenceRows references;
    private final NightDates dates;
    private final RuleSets ruleSets;
    private final BusinessCalendar calendar;
    private final NightlySettings settings;
    private final Progress progress;

    Forecast(
            OpenClaims claims,
            AssessableClaims assessables,
            ExchangeRateTable exchangeRates,
            ReferenceRows references,
            NightDates dates,
            RuleSets ruleSets,
            BusinessCalendar calendar,
            NightlySettings settings,
            Progress progress) {
        this.claims = claims;
        this.assessables = assessables;
        this.exchangeRates = exchangeRates;
        this.references = references;
        this.dates = dates;
        this.ruleSets = ruleSets;
        this.calendar = calendar;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Returns the coming nights, one after the other.
     *
     * @param days how many, at least 1
     * @param mpnId the partner whose claims alone are asked about, each by its own; null for all partners, in sums
     * @throws ClearFailure if there is no such partner
     * @throws BusinessCalendar.YearNotInCalendar if the calendar does not answer for one of them
     */
    public List<Coming> of(int days, @Nullable String mpnId) {
        if (mpnId != null && !references.known(List.of(mpnId), List.of()).isPartner(mpnId)) {
            throw new ClearFailure(
                    "There is no partner %s; see the partners that have claims, as mpn_id, with: cpor claims list --format csv."
                            .formatted(mpnId));
        }
        LocalDate first = dates.next();
        calendar.isBusinessDay(first.plusDays(days - 1L));
        List<CompiledRules> rules = ruleSets.coming(first, days);
        List<ComingNight> nights = new ArrayList<>();
        List<Currencies> currencies = new ArrayList<>();
        for (LocalDate night = first; night.isBefore(first.plusDays(days)); night = night.plusDays(1)) {
            nights.add(new ComingNight(night, mpnId != null));
            currencies.add(new Currencies(settings.currencies().rules(), exchangeRates.asOf(night)));
        }
        progress.start("Forecasting claims", claims.count());
        claims.eachPage(IdRange.ALL, settings.chunk(), page -> {
            List<OpenClaim> open = page.stream()
                    .filter(claim -> mpnId == null || claim.mpnId().equals(mpnId))
                    .toList();
            for (int i = 0; i < days && !open.isEmpty(); i++) {
                open = live(open, rules.get(i), currencies.get(i), nights.get(i));
            }
            progress.advance(page.size());
        });
        progress.end();
        return nights.stream().map(ComingNight::told).toList();
    }

    /** Lets claims live through a night, and returns those that are open after it. */
    private List<OpenClaim> live(List<OpenClaim> open, CompiledRules rules, Currencies currencies, ComingNight night) {
        List<Decision> decisions = Deciding.page(open, rules, assessables::of, currencies, night.date());
        decisions.forEach(night::add);
        return decisions.stream()
                .map(decision -> Standing.after(decision, night.date()).claim())
                .filter(OpenClaim::isOpen)
                .toList();
    }
}
