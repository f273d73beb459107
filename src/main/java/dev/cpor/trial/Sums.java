package dev.cpor.trial;

import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
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
    }

    /** How many earnings, and what they come to in their currency and in USD. */
    record Sum(long earnings, BigDecimal amount, BigDecimal usd) {
        Sum plus(Sum other) {
            return new Sum(earnings + other.earnings, amount.add(other.amount), usd.add(other.usd));
        }

        private Sum none() {
            return new Sum(0, amount.subtract(amount), usd.subtract(usd));
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

    /** Returns the sum of a key, or nothing with the decimals of another sum of it. */
    Sum of(Key key, Sums other) {
        Sum sum = sums.get(key);
        return sum != null
                ? sum
                : Objects.requireNonNull(other.sums.get(key), "Neither has it.").none();
    }

    Map<Key, Sum> all() {
        return sums;
    }
}
