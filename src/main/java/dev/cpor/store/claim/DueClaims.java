package dev.cpor.store.claim;

import dev.cpor.decision.DayCount;
import dev.cpor.decision.DueRange;
import dev.cpor.decision.OpenClaim;
import dev.cpor.store.claim.NightScope.Due;
import dev.cpor.store.claim.OpenClaims.Cut;
import dev.cpor.store.claim.OpenClaims.IdRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the open claims that are due: those whose count of days has passed a limit of the rules since the night before, those
 * to which something has happened since it began to evaluate, those on hold, and those that it left in quarantine. What that
 * night's own rules did is nothing that happened: they made the claim what they wanted, and say the same again.
 *
 * <p>The claims of a range of days stand side by side in an index, so that it costs what is due and not what is open.
 */
public class DueClaims {
    /** How many numbers are held in memory, for each who reads them. */
    private static final int WINDOW = 100_000;

    private final JdbcTemplate jdbc;
    private final OpenClaims claims;
    private final int window;

    @Autowired
    DueClaims(JdbcTemplate jdbc, OpenClaims claims) {
        this(jdbc, claims, WINDOW);
    }

    /** @param window how many numbers are held in memory */
    DueClaims(JdbcTemplate jdbc, OpenClaims claims, int window) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.window = window;
    }

    /** Returns the pages of at most {@code size} due claims of a range whose numbers are greater than {@code after}; at the end an empty one. */
    public Supplier<List<OpenClaim>> pages(Due due, IdRange range, long after, int size) {
        return pages(new Numbers(due, range, after), size);
    }

    /** Does the same with numbers that were found before, in their order. */
    public Supplier<List<OpenClaim>> pages(List<Long> found, IdRange range, long after, int size) {
        return pages(
                new Numbers(found.stream()
                        .filter(id -> id > after && id >= range.first() && id <= range.last())
                        .toList()),
                size);
    }

    private Supplier<List<OpenClaim>> pages(Numbers numbers, int size) {
        return () -> {
            List<Long> next = numbers.next(size);
            List<OpenClaim> page = claims.numbered(next);
            // That something happened to a claim does not mean that it is open.
            while (page.isEmpty() && !next.isEmpty()) {
                next = numbers.next(size);
                page = claims.numbered(next);
            }
            return page;
        };
    }

    /** Returns the numbers of the due claims in their order, some of which may be closed; nothing where they are too many to be held in memory. */
    public Optional<List<Long>> find(Due due) {
        List<Long> numbers = window(due, IdRange.ALL, 0);
        return numbers.size() < window ? Optional.of(numbers) : Optional.empty();
    }

    private List<Long> window(Due due, IdRange range, long after) {
        Sql sql = new Sql(due, range, after);
        sql.values.add(window);
        return jdbc.queryForList(
                "select id from (" + sql.text + ") as due order by id limit ?", Long.class, sql.values.toArray());
    }

    /** Cuts the due claims into at most that many ranges, with about as many in each. */
    public Cut cut(Due due, int parts) {
        Sql sql = new Sql(due, IdRange.ALL, 0);
        return claims.cut(sql.text, sql.values, parts);
    }

    /** Returns what says of the claims of a range whose numbers are greater than {@code after} whether they are due; to be asked with rising numbers. */
    public LongPredicate check(Due due, IdRange range, long after) {
        Numbers numbers = new Numbers(due, range, after);
        return claim -> {
            while (numbers.hasNext() && numbers.peek() < claim) {
                numbers.next();
            }
            return numbers.hasNext() && numbers.peek() == claim;
        };
    }

    /** The numbers of due claims in their order, some of which may be closed; some at a time are held in memory. */
    private final class Numbers {
        private final LongFunction<List<Long>> windows;
        private List<Long> held = List.of();
        private int at;
        private long after;
        private boolean last;

        private Numbers(Due due, IdRange range, long after) {
            this.windows = end -> window(due, range, end);
            this.after = after;
        }

        private Numbers(List<Long> all) {
            this.windows = end -> List.of();
            this.held = all;
        }

        boolean hasNext() {
            if (at == held.size() && !last) {
                held = windows.apply(after);
                at = 0;
                last = held.size() < window;
                after = held.isEmpty() ? after : held.get(held.size() - 1);
            }
            return at < held.size();
        }

        long peek() {
            return held.get(at);
        }

        long next() {
            return held.get(at++);
        }

        List<Long> next(int size) {
            List<Long> next = new ArrayList<>();
            while (next.size() < size && hasNext()) {
                next.add(next());
            }
            return next;
        }
    }

    /** The query for the numbers, without order. */
    private static final class Sql {
        private final String text;
        private final List<Object> values = new ArrayList<>();

        Sql(Due due, IdRange range, long after) {
            long first = Math.max(after + 1, range.first());
            List<String> parts = new ArrayList<>();
            for (DueRange days : due.ranges()) {
                boolean status = days.since() == DayCount.Since.STATUS;
                parts.add(status ? """
                                  select id from claim
                                   where status = ? and incentive = 'NOT_ASSESSED'
                                     and consent in ('NONE', 'PENDING', 'DECLINED', 'ELAPSED')
                                     and status_since between ? and ? and id between ? and ?""" : """
                                  select id from claim
                                   where status = ? and incentive = 'NOT_ASSESSED' and first_submitted between ? and ?
                                     and id between ? and ?""");
                values.addAll(List.of(days.status().name(), days.first(), days.last(), first, range.last()));
            }
            parts.add("""
                    select claim as id from history
                     where id > ? and not (run = ? and rule_name is not null) and claim between ? and ?""");
            values.addAll(List.of(due.historyBefore(), due.run(), first, range.last()));
            parts.add("""
                    select id from claim
                     where status = 'APPROVED' and incentive = 'NOT_ASSESSED' and consent = 'ELAPSED' and id between ? and ?""");
            values.addAll(List.of(first, range.last()));
            parts.add("select claim as id from quarantine where run = ? and claim between ? and ?");
            values.addAll(List.of(due.run(), first, range.last()));
            text = String.join("\nunion\n", parts);
        }
    }
}
