package dev.cpor.account;

import dev.cpor.domain.Money;
import dev.cpor.store.account.BalanceQueries.Balance;
import dev.cpor.store.account.BalanceQueries.Sum;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;

/** What several balances come to; each sum is exact, with the most decimals of its parts. */
record Account(
        BigDecimal opening, long earnings, BigDecimal earned, long reversals, BigDecimal reversed, BigDecimal closing) {

    /** @param amount the amount in the balances' own currency, which is one, or that in USD */
    static Account of(Collection<Balance> balances, Function<Sum, Money> amount) {
        return new Account(
                sum(balances, Balance::opening, amount),
                balances.stream().mapToLong(balance -> balance.earned().count()).sum(),
                sum(balances, Balance::earned, amount),
                balances.stream()
                        .mapToLong(balance -> balance.reversed().count())
                        .sum(),
                sum(balances, Balance::reversed, amount),
                sum(balances, Balance::closing, amount));
    }

    private static BigDecimal sum(
            Collection<Balance> balances, Function<Balance, Sum> which, Function<Sum, Money> amount) {
        return balances.stream()
                .map(balance -> amount.apply(which.apply(balance)).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns by how much the closing balance is more than what leads to it. */
    BigDecimal difference() {
        return closing.subtract(opening).subtract(earned).subtract(reversed);
    }
}
