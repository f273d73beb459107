package dev.cpor.store.decision;

import dev.cpor.domain.Earning;
import dev.cpor.domain.Money;
import dev.cpor.store.decision.DecisionRows.ClaimEarning;
import dev.cpor.store.night.Night;
import dev.cpor.store.statement.Batch;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts earnings, each with all that its extract will say. */
final class EarningWriting {
    private final JdbcTemplate jdbc;

    EarningWriting(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Night night, List<ClaimEarning> earnings) {
        if (earnings.isEmpty()) {
            return;
        }
        Batch.update(
                jdbc,
                """
                insert into earning (earning_id, claim, line_no, n, run, business_date, program, activity, mpn_id,
                    partner_name, partner_country, tenant_id, customer_name, customer_country, solution_area, product,
                    subscription_id, workload, lever, earning_type, basis, rate, quantity, transaction_amount,
                    transaction_currency, amount, currency, minor_units, usd_rate, usd_rate_date, amount_usd, reverses, reason_code,
                    rule_name, ruleset)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                earnings.stream()
                        .map(earning -> values(night, earning.claim(), earning.earning()))
                        .toList());
    }

    private static Object[] values(Night night, long claim, Earning earning) {
        Money transaction = earning.transactionAmount();
        return new Object[] {
            earning.earningId(),
            claim,
            earning.lineNo(),
            earning.n(),
            night.run(),
            earning.businessDate(),
            earning.program().name(),
            earning.rate().activity().name(),
            earning.partner().mpnId(),
            earning.partner().name(),
            earning.partner().country(),
            earning.customer().tenantId(),
            earning.customer().name(),
            earning.customer().country(),
            earning.solutionArea().name(),
            earning.product(),
            earning.subscriptionId(),
            earning.workload(),
            earning.rate().lever(),
            earning.rate().earningType().name(),
            earning.rate().basis().name(),
            earning.rate().rate().toPlainString(),
            earning.quantity(),
            transaction == null ? null : transaction.amount(),
            transaction == null ? null : transaction.currency().getCurrencyCode(),
            earning.earned().amount(),
            earning.earned().currency().getCurrencyCode(),
            earning.earned().amount().scale(),
            earning.exchange().usdRate(),
            earning.exchange().rateDate(),
            earning.earnedUsd().amount(),
            earning.reversesEarningId(),
            earning.reasonCode(),
            earning.ruleName(),
            earning.ruleset()
        };
    }
}
