package dev.cpor.trial;

import static java.util.stream.Collectors.toMap;

import dev.cpor.decision.Assessable;
import dev.cpor.decision.Assessables;
import dev.cpor.decision.Currencies;
import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Customer;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.KnownParties;
import dev.cpor.domain.Partner;
import dev.cpor.intake.Feed;
import dev.cpor.intake.Parsed;
import dev.cpor.intake.RowReading;
import dev.cpor.store.past.PastReferences;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What was known of partners, customers and exchange rates once some runs had read their feeds. */
final class PastWorld {
    private final PastReferences references;
    private final BusinessCalendar calendar;
    private final CurrencyRules currencyRules;
    private final Set<Long> runs;

    PastWorld(PastReferences references, BusinessCalendar calendar, CurrencyRules currencyRules, Set<Long> runs) {
        this.references = references;
        this.calendar = calendar;
        this.currencyRules = currencyRules;
        this.runs = runs;
    }

    /** Returns today's rules with the newest exchange rates at or before that day, of those that were known. */
    Currencies currencies(LocalDate businessDate) {
        Map<Currency, ExchangeRate> newest = new HashMap<>();
        for (List<String> row : references.all(Feed.EXCHANGE_RATES, runs)) {
            ExchangeRate rate = ((Parsed.ExchangeRateRow) RowReading.read(Feed.EXCHANGE_RATES, row, calendar)).rate();
            if (!rate.rateDate().isAfter(businessDate)) {
                newest.merge(
                        rate.currency(), rate, (one, later) -> later.rateDate().isBefore(one.rateDate()) ? one : later);
            }
        }
        return new Currencies(currencyRules, (currency, day) -> newest.get(currency));
    }

    /** Returns what assessment needs of these claims, with partners and customers as they were then. */
    Assessables assessables(Map<Long, Tried> claims) {
        return open -> {
            Map<String, Partner> partners = partners(ids(open, true));
            Map<String, Customer> customers = customers(ids(open, false));
            return open.stream()
                    .map(claim -> {
                        Tried tried = Objects.requireNonNull(claims.get(claim.id()));
                        return new Assessable(
                                claim,
                                Objects.requireNonNull(partners.get(claim.mpnId())),
                                Objects.requireNonNull(customers.get(claim.tenantId())),
                                tried.lines(),
                                tried.earningsSoFar());
                    })
                    .toList();
        };
    }

    /** Says which of these partners and customers were known; it answers for no others. */
    KnownParties known(Collection<String> mpnIds, Collection<String> tenantIds) {
        Set<String> partners = references.of(Feed.PARTNERS, mpnIds, runs).keySet();
        Set<String> customers = references.of(Feed.CUSTOMERS, tenantIds, runs).keySet();
        return KnownParties.of(partners, customers);
    }

    private static Collection<String> ids(List<OpenClaim> claims, boolean ofPartners) {
        return claims.stream()
                .map(claim -> ofPartners ? claim.mpnId() : claim.tenantId())
                .collect(Collectors.toSet());
    }

    private Map<String, Partner> partners(Collection<String> mpnIds) {
        return references.of(Feed.PARTNERS, mpnIds, runs).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, row -> ((Parsed.PartnerRow)
                                RowReading.read(Feed.PARTNERS, row.getValue(), calendar))
                        .partner()));
    }

    private Map<String, Customer> customers(Collection<String> tenantIds) {
        return references.of(Feed.CUSTOMERS, tenantIds, runs).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, row -> ((Parsed.CustomerRow)
                                RowReading.read(Feed.CUSTOMERS, row.getValue(), calendar))
                        .customer()));
    }
}
