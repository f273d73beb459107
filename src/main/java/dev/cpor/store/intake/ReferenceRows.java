package dev.cpor.store.intake;

import dev.cpor.domain.Customer;
import dev.cpor.domain.ExchangeRate;
import dev.cpor.domain.KnownParties;
import dev.cpor.domain.Partner;
import dev.cpor.store.statement.Batch;
import dev.cpor.store.statement.Bind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Partners, customers and exchange rates as the feeds last described them. */
public class ReferenceRows {
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    ReferenceRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /** Inserts or updates partners; of one that comes twice the later row counts. */
    public void putPartners(List<Partner> partners) {
        put(
                """
                insert into partner (mpn_id, name, country, currency, programs, payout_profile_valid, designations)
                values (?, ?, ?, ?, ?, ?, ?)
                    on duplicate key update name = value(name), country = value(country), currency = value(currency),
                       programs = value(programs), payout_profile_valid = value(payout_profile_valid),
                       designations = value(designations)
                """,
                partners.stream()
                        .map(partner -> new Object[] {
                            partner.mpnId(),
                            partner.name(),
                            partner.country(),
                            partner.currency(),
                            Bind.names(partner.programs()),
                            partner.payoutProfileValid(),
                            Bind.names(partner.designations())
                        })
                        .toList());
    }

    /** Inserts or updates customers. */
    public void putCustomers(List<Customer> customers) {
        put(
                """
                insert into customer (tenant_id, name, country, public_sector) values (?, ?, ?, ?)
                    on duplicate key update name = value(name), country = value(country),
                       public_sector = value(public_sector)
                """,
                customers.stream()
                        .map(customer -> new Object[] {
                            customer.tenantId(), customer.name(), customer.country(), customer.publicSector()
                        })
                        .toList());
    }

    /** Inserts or updates exchange rates. */
    public void putExchangeRates(List<ExchangeRate> rates) {
        put(
                """
                insert into exchange_rate (currency, rate_date, usd_rate) values (?, ?, ?)
                    on duplicate key update usd_rate = value(usd_rate)
                """,
                rates.stream()
                        .map(rate -> new Object[] {rate.currency().getCurrencyCode(), rate.rateDate(), rate.usdRate()})
                        .toList());
    }

    private void put(String sql, List<Object[]> rows) {
        Batch.upsert(jdbc, sql, rows);
    }

    /** Says which of these partners and customers are known; it answers for no others. */
    public KnownParties known(Collection<String> mpnIds, Collection<String> tenantIds) {
        Set<String> partners = existing("select mpn_id from partner where mpn_id in (:ids)", mpnIds);
        Set<String> customers = existing("select tenant_id from customer where tenant_id in (:ids)", tenantIds);
        return KnownParties.of(partners, customers);
    }

    private Set<String> existing(String sql, Collection<String> ids) {
        return ids.isEmpty() ? Set.of() : new HashSet<>(named.queryForList(sql, Map.of("ids", ids), String.class));
    }
}
