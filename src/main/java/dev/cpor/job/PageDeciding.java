package dev.cpor.job;

import dev.cpor.decision.Currencies;
import dev.cpor.decision.Deciding;
import dev.cpor.decision.Decision;
import dev.cpor.decision.OpenClaim;
import dev.cpor.store.claim.AssessableClaims;
import dev.cpor.store.claim.ExchangeRateTable;
import dev.cpor.store.decision.PageWriting;
import dev.cpor.store.night.MissedClaims;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * The two halves of what is done with a page of open claims: deciding it, which writes nothing, and applying its decisions.
 * Either can be called without the other.
 */
public final class PageDeciding implements ItemProcessor<OpenPage, DecidedPage>, ItemWriter<DecidedPage> {
    private final NightWork work;
    private final AssessableClaims assessables;
    private final ExchangeRateTable exchangeRates;
    private final PageWriting writing;
    private final MissedClaims missed;
    private @Nullable NightRates rates;

    /** Intake is over when claims are decided, so one reading of the rates serves the whole night. */
    private record NightRates(NightWork.Hand hand, Currencies currencies) {}

    PageDeciding(
            NightWork work,
            AssessableClaims assessables,
            ExchangeRateTable exchangeRates,
            PageWriting writing,
            MissedClaims missed) {
        this.work = work;
        this.assessables = assessables;
        this.exchangeRates = exchangeRates;
        this.writing = writing;
        this.missed = missed;
    }

    @Override
    public DecidedPage process(OpenPage page) {
        List<Decision> decisions = decide(page.claims());
        return new DecidedPage(
                decisions,
                decisions.stream()
                        .filter(decision -> !(decision instanceof Decision.Unchanged)
                                && !(decision instanceof Decision.Quarantined))
                        .map(decision -> decision.claim().id())
                        .filter(page.notDue()::contains)
                        .toList());
    }

    /** Decides claims without writing anything. */
    List<Decision> decide(List<OpenClaim> page) {
        return Deciding.page(
                page,
                work.ruleSet(),
                assessables::of,
                currenciesOfNight(),
                work.night().businessDate());
    }

    @Override
    public void write(Chunk<? extends DecidedPage> pages) {
        for (DecidedPage page : pages) {
            missed.add(work.night(), page.missed());
            writing.write(work.night(), work.ruleSet().fingerprint(), page.decisions());
            work.hand().progress().advance(page.decisions().size());
        }
    }

    private synchronized Currencies currenciesOfNight() {
        if (rates == null || rates.hand() != work.hand()) {
            rates = new NightRates(
                    work.hand(),
                    new Currencies(
                            work.hand().settings().currencies().rules(),
                            exchangeRates.asOf(work.night().businessDate())));
        }
        return rates.currencies();
    }
}
