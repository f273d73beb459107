package dev.cpor.store.claim;

import dev.cpor.decision.OpenClaim;
import dev.cpor.domain.Activity;
import dev.cpor.domain.Consent;
import dev.cpor.domain.Incentive;
import dev.cpor.domain.Program;
import dev.cpor.domain.Status;
import dev.cpor.store.statement.Bind;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the open claims, page by page in the order of their numbers. */
public class OpenClaims {
    /** An incentive is assessed in APPROVED alone, a constraint of the table says so. */
    private static final String OPEN =
            "status in ('SUBMITTED', 'UNDER_REVIEW', 'PARTNER_ACTION_REQUIRED', 'APPROVED') and incentive = 'NOT_ASSESSED'";

    private static final String COLUMNS =
            "id, claim_id, version, mpn_id, tenant_id, program, activity, status, consent, incentive, status_since, first_submitted, notes";

    /** Of how many claims at most the numbers are looked at first, to be cut between two of them. */
    private static final int SAMPLE = 16_384;

    /** By how many claims at least a part is measured: of fewer, some parts would have half as much again as others. */
    private static final int ENOUGH = 256;

    /** How many times as many are looked at next, where they are too few: never so many that they fill the memory. */
    private static final int FINER = 16;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final int most;

    @Autowired
    OpenClaims(JdbcTemplate template) {
        this(template, SAMPLE);
    }

    /** @param most of how many claims at most the numbers are looked at first, to be cut between two of them */
    OpenClaims(JdbcTemplate template, int most) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.most = most;
    }

    /** Some claims of a table, by their numbers. */
    public record IdRange(long first, long last) {
        /** Every claim. */
        public static final IdRange ALL = new IdRange(1, Long.MAX_VALUE);

        /** Reads {@code first-last}, as {@link #toString} writes it. */
        public static IdRange of(String text) {
            int dash = text.indexOf('-');
            return new IdRange(Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
        }

        /** Returns it for messages, such as {@code claims 1 to 5,000} or {@code claims from 5,001 on}. */
        public String inWords() {
            return last == Long.MAX_VALUE
                    ? "claims from %,d on".formatted(first)
                    : "claims %,d to %,d".formatted(first, last);
        }

        /** Returns {@code first-last}. */
        @Override
        public String toString() {
            return first + "-" + last;
        }
    }

    /** Returns the pages of at most {@code size} open claims of a range whose numbers are greater than {@code after}; at the end an empty one. */
    public Supplier<List<OpenClaim>> pages(IdRange range, long after, int size) {
        return new Supplier<>() {
            private long last = after;

            @Override
            public List<OpenClaim> get() {
                List<OpenClaim> page = page(range, last, size);
                last = page.isEmpty() ? last : page.get(page.size() - 1).id();
                return page;
            }
        };
    }

    /** Returns a page of at most {@code size} open claims of the range whose numbers are greater than {@code after}. */
    public List<OpenClaim> page(IdRange range, long after, int size) {
        return jdbc.sql("select %s from claim where id > ? and id <= ? and %s order by id limit ?"
                        .formatted(COLUMNS, OPEN))
                .params(Math.max(after, range.first() - 1), range.last(), size)
                .query((row, n) -> read(row))
                .list();
    }

    /** Returns those of the claims of these numbers that are open, in the order of their numbers. */
    List<OpenClaim> numbered(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // As text: a statement with thousands of parameters takes longer to prepare than to answer.
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return template.query(
                "select %s from claim where id in (%s) and %s order by id".formatted(COLUMNS, list, OPEN),
                (row, n) -> read(row));
    }

    /** Hands over the open claims of the range, page by page of at most {@code size}. */
    public void eachPage(IdRange range, int size, Consumer<List<OpenClaim>> consumer) {
        Supplier<List<OpenClaim>> pages = pages(range, 0, size);
        for (List<OpenClaim> page = pages.get(); !page.isEmpty(); page = pages.get()) {
            consumer.accept(page);
        }
    }

    /** Returns the claim of that number, if it is open. */
    public Optional<OpenClaim> byNumber(long id) {
        return page(new IdRange(id, id), 0, 1).stream().findFirst();
    }

    /** Returns how many claims are open. */
    public long count() {
        return jdbc.sql("select count(*) from claim where " + OPEN)
                .query(Long.class)
                .single();
    }

    /** Returns how many claims that rules of a run have decided since a history row are not open any more. */
    public long closedBy(long run, long historyBefore) {
        return jdbc.sql("select count(*) from claim where not (" + OPEN + ")"
                        + " and id in (select claim from history where id > ? and run = ? and rule_name is not null)")
                .params(historyBefore, run)
                .query(Long.class)
                .single();
    }

    /** Returns the earliest day before that one that any open claim's count begins with, if there is such a claim. */
    public Optional<LocalDate> earliestDay(LocalDate before) {
        // Two questions that an index answers each, instead of one that takes a look at every claim. With every consent
        // named, the day behind it in the index can be looked up.
        return Stream.of(
                        earliest(
                                "status_since",
                                "consent in ('NONE', 'PENDING', 'DECLINED', 'ELAPSED') and " + OPEN,
                                before),
                        earliest("first_submitted", OPEN, before))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> earliest(String day, String open, LocalDate before) {
        return jdbc.sql("select min(%s) from claim where %s < ? and %s".formatted(day, day, open))
                .params(before)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /**
     * Claims, cut into parts.
     *
     * @param ranges of the numbers of all claims that there are or will be; none when there is no claim to cut
     * @param claims how many claims were cut; where not each was looked at, about how many
     */
    public record Cut(List<IdRange> ranges, long claims) {
        /** Cuts claims of these numbers, which are in their order, into at most that many ranges with as many in each. */
        public static Cut of(List<Long> numbers, int parts) {
            List<IdRange> ranges = new ArrayList<>();
            long first = 1;
            for (int part = 1; part <= Math.min(parts, numbers.size()); part++) {
                int end = Math.toIntExact((long) numbers.size() * part / Math.min(parts, numbers.size()));
                long last = end == numbers.size() ? Long.MAX_VALUE : numbers.get(end - 1);
                ranges.add(new IdRange(first, last));
                first = last + 1;
            }
            return new Cut(ranges, numbers.size());
        }
    }

    /**
     * Cuts the claims into at most that many ranges of their numbers, with about as many open claims in each: those of
     * yesterday stand close together at the end of the table.
     */
    public Cut cut(int parts) {
        return cut("select id from claim where " + OPEN, List.of(), parts);
    }

    /**
     * Looks at one of so many claims, as to count all of them between two numbers takes twice as long; and at one of fewer, as long as
     * these are too few to stand for all. Their distance is a prime, so that what repeats itself among the claims is met evenly.
     *
     * @param numbers selects a column {@code id}
     */
    Cut cut(String numbers, List<Object> values, int parts) {
        long highest = jdbc.sql("select coalesce(max(id), 0) from claim")
                .query(Long.class)
                .single();
        long step = primeAfter(highest / most);
        List<Long> sample = sample(numbers, values, step);
        while (step > 1 && sample.size() < (long) ENOUGH * parts) {
            step = primeAfter(step / FINER);
            sample = sample(numbers, values, step);
        }
        return new Cut(Cut.of(sample, parts).ranges(), sample.size() * step);
    }

    /** Returns the first prime after a number, and 1 after 0. */
    private static long primeAfter(long number) {
        return number == 0 ? 1 : BigInteger.valueOf(number).nextProbablePrime().longValueExact();
    }

    private List<Long> sample(String numbers, List<Object> values, long step) {
        // Sorted here: a server that is to sort them reads the claims by their numbers, which takes longer than by an
        // index.
        return jdbc
                .sql("select id from (%s) as those where id mod ? = 0".formatted(numbers))
                .params(Stream.concat(values.stream(), Stream.of(step)).toList())
                .query(Long.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    // By position and as text: by name, or as a date, the driver searches each time anew for what it has to do.
    private static OpenClaim read(ResultSet row) throws SQLException {
        String firstSubmitted = row.getString(12);
        return new OpenClaim(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                Program.valueOf(row.getString(6)),
                Activity.valueOf(row.getString(7)),
                Status.valueOf(row.getString(8)),
                Consent.valueOf(row.getString(9)),
                Incentive.valueOf(row.getString(10)),
                Bind.date(row.getString(11)),
                firstSubmitted == null ? null : Bind.date(firstSubmitted),
                Bind.reasons(row.getString(13)));
    }
}
