package dev.cpor.store.payout;

import dev.cpor.domain.PaymentResult;
import dev.cpor.domain.PaymentStatus;
import dev.cpor.store.night.Night;
import dev.cpor.store.statement.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What finance answered about earnings: every answer is kept, and of an earning's answers the last one counts. */
public class PaymentResults {
    /**
     * Joins to the table earning, as {@code result}, the answer that counts at the end of the business date {@code :to}. It asks
     * each answer for a later one: with a million earnings that takes a third of the time of a join with the newest of each.
     */
    public static final String NEWEST = """
            payment_result result
              on result.earning = earning.id and result.business_date <= :to
             and not exists (select 1 from payment_result later
                              where later.earning = result.earning and later.id > result.id and later.business_date <= :to)
            """;

    /** A {@code :to} that no answer comes after. */
    static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private static final String GUARD = "'";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    PaymentResults(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * An answer.
     *
     * @param earning the number of the earning inside the database
     */
    public record Answer(long earning, PaymentResult result) {}

    /**
     * An answer as it was told.
     *
     * @param toldOn the business date of the night that read it
     */
    public record Told(LocalDate toldOn, PaymentResult result) {}

    /**
     * Returns the numbers of earnings.
     *
     * @param earningIds as they are, or as an extract shows them: with a {@code '} where they begin like a formula
     * @return by each of these IDs that is known
     */
    public Map<String, Long> earnings(Collection<String> earningIds) {
        Set<String> candidates = new LinkedHashSet<>(earningIds);
        earningIds.stream().filter(id -> id.startsWith(GUARD)).forEach(id -> candidates.add(id.substring(1)));
        Map<String, Long> byShown = new HashMap<>();
        Map<String, Long> byId = new HashMap<>();
        if (!candidates.isEmpty()) {
            named.query(
                    "select id, earning_id, written_id from earning where earning_id in (:ids)",
                    Map.of("ids", candidates),
                    row -> {
                        byId.put(row.getString("earning_id"), row.getLong("id"));
                        byShown.put(row.getString("written_id"), row.getLong("id"));
                    });
        }
        Map<String, Long> found = new HashMap<>();
        for (String id : earningIds) {
            Long number = byId.getOrDefault(id, byShown.get(id));
            if (number != null) {
                found.put(id, number);
            }
        }
        return found;
    }

    /** Returns the answer that counts for each of these earnings that has one, by the number of the earning. */
    public Map<Long, PaymentResult> newest(Collection<Long> earnings) {
        Map<Long, PaymentResult> newest = new HashMap<>();
        if (!earnings.isEmpty()) {
            named.query("""
                    select earning, earning.earning_id, status, payment_id, paid_on, reason
                      from payment_result result join earning on earning.id = result.earning
                     where earning in (:earnings) order by result.id
                    """, Map.of("earnings", earnings), row -> {
                newest.put(row.getLong("earning"), read(row));
            });
        }
        return newest;
    }

    /** Keeps answers, in their order. */
    public void add(Night night, List<Answer> answers) {
        Batch.update(
                jdbc,
                """
                insert into payment_result (earning, run, business_date, status, payment_id, paid_on, reason)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                answers.stream()
                        .map(answer -> new Object[] {
                            answer.earning(),
                            night.run(),
                            night.businessDate(),
                            answer.result().status().name(),
                            answer.result().paymentId(),
                            answer.result().paidOn(),
                            answer.result().reason()
                        })
                        .toList());
    }

    /** Returns every answer about a claim's earnings, oldest first. */
    public List<Told> ofClaim(long claim) {
        return named.query(
                """
                select result.business_date as told_on, earning.earning_id, status, payment_id, paid_on, reason
                  from payment_result result join earning on earning.id = result.earning
                 where earning.claim = :claim order by result.id
                """,
                Map.of("claim", claim),
                (row, n) -> new Told(row.getObject("told_on", LocalDate.class), read(row)));
    }

    /** Reads an answer from a row that holds its columns and the earning's ID. */
    public static PaymentResult read(ResultSet row) throws SQLException {
        return new PaymentResult(
                row.getString("earning_id"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("payment_id"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("reason"));
    }
}
