package dev.cpor.decision;

import dev.cpor.domain.Earning;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What decisions come to, and which rules did it; counts decisions and writes nothing. Not safe for use by several threads. */
public final class NightTotals {
    /** No rule hands off a claim whose hold has ended. */
    private static final String HELD_BEFORE = "claims that were on hold";

    private final Map<String, BigDecimal> rejected = new TreeMap<>();
    private final Map<String, BigDecimal> handedOff = new TreeMap<>();
    private final Map<String, BigDecimal> usd = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> money = new TreeMap<>();

    /** Counts a decision. */
    public void add(Decision decision) {
        if (decision instanceof Decision.Rejected rejection) {
            add(rejected, rejection.rule(), BigDecimal.ONE);
        } else if (decision instanceof Decision.HandedOff handOff) {
            add(handedOff, handOff.handOffRule().isEmpty() ? HELD_BEFORE : handOff.handOffRule(), BigDecimal.ONE);
            handOff.earnings().forEach(this::add);
        }
    }

    private void add(Earning earning) {
        add(usd, earning.ruleName(), earning.earnedUsd().amount());
        add(
                in(earning.earned().currency().getCurrencyCode()),
                earning.ruleName(),
                earning.earned().amount());
    }

    /** Adds what others come to. */
    public void add(NightTotals others) {
        others.rejected.forEach((rule, count) -> add(rejected, rule, count));
        others.handedOff.forEach((rule, count) -> add(handedOff, rule, count));
        others.usd.forEach((rule, amount) -> add(usd, rule, amount));
        others.money.forEach((code, sums) -> sums.forEach((rule, amount) -> add(in(code), rule, amount)));
    }

    private Map<String, BigDecimal> in(String currency) {
        return money.computeIfAbsent(currency, code -> new TreeMap<>());
    }

    private static void add(Map<String, BigDecimal> sums, String rule, BigDecimal amount) {
        sums.merge(rule, amount, BigDecimal::add);
    }

    /** Returns the number of rejected claims by rule. */
    public Map<String, BigDecimal> rejected() {
        return rejected;
    }

    /** Returns the number of claims handed off by rule; those that were on hold under words of their own. */
    public Map<String, BigDecimal> handedOff() {
        return handedOff;
    }

    /** Returns what is earned in USD by rule. */
    public Map<String, BigDecimal> usd() {
        return usd;
    }

    /** Returns what is earned in a currency by rule. */
    public Map<String, BigDecimal> money(String currency) {
        return money.getOrDefault(currency, Map.of());
    }
}
