package dev.cpor.account;

import static dev.cpor.report.Tables.row;

import dev.cpor.account.Document.Part;
import dev.cpor.domain.Money;
import dev.cpor.domain.Program;
import dev.cpor.report.Column;
import dev.cpor.store.account.BalanceQueries.Answered;
import dev.cpor.store.account.BalanceQueries.Balance;
import dev.cpor.store.account.BalanceQueries.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of a reconciliation that are about money: in all, and for each partner. */
final class BalanceParts {
    private static final List<Column> MOVEMENT = List.of(
            Column.number("opening"),
            Column.number("earnings"),
            Column.number("earned"),
            Column.number("reversals"),
            Column.number("reversed"),
            Column.number("closing"),
            Column.number("difference"));
    private static final List<Column> ANSWERS = List.of(
            Column.number("sent"), Column.number("failed"), Column.number("rejected"), Column.number("unanswered"));

    private final List<Balance> balances;

    BalanceParts(List<Balance> balances) {
        this.balances = balances;
    }

    /** A program and a currency. */
    private record Key(Program program, Currency currency) {
        static Key of(Balance balance) {
            return new Key(balance.program(), balance.currency());
        }
    }

    List<Part> totals() {
        List<List<@Nullable Object>> totals = new ArrayList<>();
        List<List<@Nullable Object>> answers = new ArrayList<>();
        ReconciliationDocument.grouped(
                        balances.stream()
                                .sorted(Comparator.comparing(Balance::program)
                                        .thenComparing(
                                                balance -> balance.currency().getCurrencyCode()))
                                .toList(),
                        Key::of)
                .forEach((key, of) -> {
                    totals.add(with(row(key.program(), key.currency()), movement(of, Sum::amount)));
                    answers.add(with(row(key.program(), key.currency()), row(sum(of, Balance::closing)), answers(of)));
                });
        List<List<@Nullable Object>> usd = new ArrayList<>();
        ReconciliationDocument.grouped(balances, Balance::program)
                .forEach((program, of) -> usd.add(with(row(program), movement(of, Sum::usd))));
        if (usd.size() > 1) {
            usd.add(with(row("all"), movement(balances, Sum::usd)));
        }
        List<Column> key = List.of(Column.text("program"), Column.text("currency"));
        return List.of(
                new Part("totals", "Totals by program and currency", and(key, MOVEMENT), totals),
                new Part(
                        "totals_usd", "Totals by program, in USD", and(List.of(Column.text("program")), MOVEMENT), usd),
                new Part(
                        "payments",
                        "What finance answered about the closing balance",
                        and(and(key, List.of(Column.number("closing"))), ANSWERS),
                        answers));
    }

    Part moved() {
        return partners("balances", "Balances that moved, by program and partner", true);
    }

    /** They stand apart, so that the others are seen. */
    Part unmoved() {
        return partners("unmoved", "Balances that did not move, by program and partner", false);
    }

    private Part partners(String key, String heading, boolean moved) {
        List<Column> columns =
                List.of(Column.text("program"), Column.text("mpn_id"), Column.text("partner"), Column.text("currency"));
        return new Part(
                key,
                heading,
                and(and(and(columns, MOVEMENT), List.of(Column.number("closing_usd"))), ANSWERS),
                balances.stream()
                        .filter(balance -> isMoved(balance) == moved)
                        .map(balance -> with(
                                row(balance.program(), balance.mpnId(), balance.partner(), balance.currency()),
                                movement(List.of(balance), Sum::amount),
                                row(balance.closing().usd().amount()),
                                answers(List.of(balance))))
                        .toList(),
                Map.of(
                        "mpn_id",
                        List.of("partner"),
                        "earned",
                        List.of("earnings"),
                        "reversed",
                        List.of("reversals"),
                        "closing",
                        List.of("closing_usd")));
    }

    private static boolean isMoved(Balance balance) {
        return balance.earned().count() > 0
                || balance.reversed().count() > 0
                || balance.opening().count() != balance.closing().count();
    }

    private static List<@Nullable Object> movement(Collection<Balance> balances, Function<Sum, Money> amount) {
        Account account = Account.of(balances, amount);
        return row(
                account.opening(),
                account.earnings(),
                account.earned(),
                account.reversals(),
                account.reversed(),
                account.closing(),
                account.difference());
    }

    private static List<@Nullable Object> answers(Collection<Balance> balances) {
        BigDecimal sent = answered(balances, Answered::sent);
        BigDecimal failed = answered(balances, Answered::failed);
        BigDecimal rejected = answered(balances, Answered::rejected);
        BigDecimal closing = sum(balances, Balance::closing);
        return row(
                sent, failed, rejected, closing.subtract(sent).subtract(failed).subtract(rejected));
    }

    private static BigDecimal answered(Collection<Balance> balances, Function<Answered, Money> which) {
        return balances.stream()
                .map(balance -> which.apply(balance.answered()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Collection<Balance> balances, Function<Balance, Sum> which) {
        return balances.stream()
                .map(balance -> which.apply(balance).amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Column> and(List<Column> some, List<Column> more) {
        List<Column> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    @SafeVarargs
    private static List<@Nullable Object> with(List<@Nullable Object>... parts) {
        List<@Nullable Object> all = new ArrayList<>();
        for (List<@Nullable Object> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
