package dev.cpor.cli.rules;

import dev.cpor.trial.Outcome;
import dev.cpor.trial.Simulated;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A simulation for programs. Amounts are text with exactly the currency's minor units. */
final class SimulatedJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SimulatedJson() {}

    static String of(Simulated simulated) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        Simulated.Trial tried = simulated.tried();
        all.put("date", tried.to().toString());
        all.put("from", tried.from().toString());
        all.put("missing", tried.missing().stream().map(LocalDate::toString).toList());
        all.put("claims", simulated.claims());
        all.put("now_rulesets", tried.nowRules());
        all.put("with_ruleset", tried.withRules());
        all.put(
                "changes",
                simulated.changes().stream()
                        .map(change -> object(
                                "claim_id", change.claimId(), "now", side(change.now()), "with", side(change.with())))
                        .toList());
        all.put(
                "notes",
                simulated.noted().stream()
                        .map(noted -> object("claim_id", noted.claimId(), "now", noted.now(), "with", noted.with()))
                        .toList());
        all.put(
                "quarantined",
                simulated.quarantined().stream()
                        .map(one -> object(
                                "claim_id",
                                one.claimId(),
                                "night",
                                one.night().toString(),
                                "now",
                                one.now(),
                                "with",
                                one.with()))
                        .toList());
        all.put(
                "rules",
                simulated.rules().stream()
                        .map(rule -> object(
                                "rule", rule.rule(), "action", rule.action(), "now", rule.now(), "with", rule.with()))
                        .toList());
        all.put(
                "money",
                simulated.money().stream()
                        .map(sum -> object(
                                "program",
                                sum.program(),
                                "currency",
                                sum.currency().getCurrencyCode(),
                                "now",
                                sum.now().toPlainString(),
                                "with",
                                sum.with().toPlainString(),
                                "now_usd",
                                sum.nowUsd().toPlainString(),
                                "with_usd",
                                sum.withUsd().toPlainString()))
                        .toList());
        all.put(
                "movers",
                simulated.movers().stream()
                        .map(mover -> object(
                                "claim_id",
                                mover.claimId(),
                                "night",
                                mover.night().toString(),
                                "usd",
                                mover.usd().toPlainString(),
                                "because",
                                mover.because()))
                        .toList());
        return JSON.writeValueAsString(all);
    }

    private static Map<String, @Nullable Object> side(Outcome outcome) {
        List<Map<String, @Nullable Object>> earnings = outcome.earnings().stream()
                .map(earned -> object(
                        "line_no",
                        earned.lineNo(),
                        "amount",
                        earned.amount().amount().toPlainString(),
                        "currency",
                        earned.amount().currency().getCurrencyCode(),
                        "amount_usd",
                        earned.usd().amount().toPlainString()))
                .toList();
        return object(
                "status",
                outcome.status(),
                "reason",
                outcome.reason(),
                "consent",
                outcome.consent(),
                "incentive",
                outcome.incentive(),
                "earnings",
                earnings);
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }
}
