package dev.cpor.trial;

import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up earnings, by program and currency. */
final class Sums {
    private final SortedMap<Key, Sum> sums = new TreeMap<>();

    /** A program and a currency. */
    record Key(Program program, Currency currency) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::program)
                .thenComparing(key -> key.currency().getCurrencyCode());

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        BigDecimal zero() {
            return BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits());
        }
    }

    /** How many earnings, and what they come to in their currency and in USD. */
    record Sum(long earnings, BigDecimal amount, BigDecimal usd) {
        Sum plus(Sum other) {
            return new Sum(earnings + other.earnings, amount.add(other.amount), usd.add(other.usd));
        }
    }

    void add(Collection<Earning> earnings) {
        for (Earning earning : earnings) {
            sums.merge(
                    new Key(earning.program(), earning.earned().currency()),
                    new Sum(1, earning.earned().amount(), earning.earnedUsd().amount()),
                    Sum::plus);
        }
    }

    Sum of(Key key) {
        return sums.getOrDefault(key, new Sum(0, key.zero(), BigDecimal.ZERO.setScale(2)));
    }

    Map<Key, Sum> all() {
        return sums;
    }
}
