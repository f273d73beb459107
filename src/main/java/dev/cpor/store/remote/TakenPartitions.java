package dev.cpor.store.remote;

import dev.cpor.store.night.Night;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a worker does with a partition: it takes it, shows that it lives, and ends with it in one of three ways. */
public class TakenPartitions {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TakenPartitions(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Takes a partition, unless somebody has, or the attempt or its night is over: an offer that comes twice or late changes
     * nothing. All that it is decided by comes from here, and nothing of it from the offer.
     *
     * @param program the version of this program; what a night of another one offers is not taken
     * @param owner how whoever takes it is called
     * @return nothing if it was not taken
     */
    public Optional<Taken> take(Attempt attempt, String program, String owner) {
        return Objects.requireNonNull(transaction.execute(status -> {
            int taken = jdbc.sql("""
                            update remote_partition
                               set owner = ?, pages = 0, heard_at = utc_timestamp(6), moved_at = utc_timestamp(6)
                             where step_execution = ? and attempt = ? and owner = '' and state = 'OPEN'
                               and exists (select 1 from night_lease
                                            where id = 1 and night_lease.token = remote_partition.token)
                               and exists (select 1 from remote_night
                                            where remote_night.run = remote_partition.run
                                              and remote_night.token = remote_partition.token and program = ?)
                            """)
                    .params(owner, attempt.partition(), attempt.number(), program)
                    .update();
            return taken == 1 ? Optional.of(taken(attempt)) : Optional.empty();
        }));
    }

    private Taken taken(Attempt attempt) {
        return jdbc.sql("""
                        select run, token, business_date, program, remote_night.ruleset, calendar, nightly
                          from remote_partition join remote_night using (run, token) join run on number = run
                         where step_execution = ?
                        """)
                .params(attempt.partition())
                .query((row, n) -> new Taken(
                        attempt,
                        new Night(
                                row.getLong("run"),
                                row.getObject("business_date", LocalDate.class),
                                row.getLong("token")),
                        NightTexts.Texts.read(row, n)))
                .single();
    }

    /** Gives a sign of life; does nothing when the attempt is over. */
    public void beat(Attempt attempt) {
        jdbc.sql("""
                        update remote_partition set heard_at = utc_timestamp(6)
                         where step_execution = ? and attempt = ? and state = 'OPEN'
                        """).params(attempt.partition(), attempt.number()).update();
    }

    /**
     * Notes, inside the transaction of a write, that the owner lives. Until that transaction has ended nobody can take the
     * partition over.
     *
     * @param completed whether this write is the last one of the partition, which may come twice
     * @throws PartitionLost if somebody has taken it over, or if it is completed and this write says something else
     */
    public void confirm(Attempt attempt, boolean completed) {
        check(
                attempt,
                jdbc.sql("""
                        update remote_partition
                           set heard_at = utc_timestamp(6), state = if(?, 'COMPLETED', state)
                         where step_execution = ? and attempt = ? and owner <> ''
                           and (state = 'OPEN' or (? and state = 'COMPLETED'))
                        """)
                        .params(completed, attempt.partition(), attempt.number(), completed)
                        .update());
    }

    /**
     * Notes, inside the transaction of a page, that the owner has got on.
     *
     * @throws PartitionLost if somebody has taken the partition over
     */
    public void confirmPage(Attempt attempt) {
        check(
                attempt,
                jdbc.sql("""
                        update remote_partition
                           set heard_at = utc_timestamp(6), moved_at = utc_timestamp(6), pages = pages + 1
                         where step_execution = ? and attempt = ? and owner <> '' and state = 'OPEN'
                        """).params(attempt.partition(), attempt.number()).update());
    }

    private static void check(Attempt attempt, int confirmed) {
        if (confirmed != 1) {
            throw new PartitionLost(attempt);
        }
    }

    /** Gives a partition back, for another attempt at once; says whether this one counted until now. */
    public boolean giveBack(Attempt attempt) {
        return jdbc.sql("""
                        update remote_partition
                           set attempt = attempt + 1, owner = '', heard_at = null, moved_at = null, failure = null
                         where step_execution = ? and attempt = ? and state = 'OPEN'
                        """).params(attempt.partition(), attempt.number()).update() == 1;
    }

    /**
     * Gives a partition up, for another attempt after a while; says whether this one counted until now.
     *
     * @param failure why, in a sentence for the operator of the night
     */
    public boolean giveUp(Attempt attempt, String failure) {
        // From left to right: the pages are those of this attempt until they are set.
        return jdbc.sql("""
                        update remote_partition
                           set fruitless = if(pages > 0, 0, fruitless + 1), pages = 0, attempt = attempt + 1, owner = '',
                               heard_at = utc_timestamp(6), moved_at = null, failure = ?
                         where step_execution = ? and attempt = ? and state = 'OPEN'
                        """)
                        .params(failure, attempt.partition(), attempt.number())
                        .update()
                == 1;
    }
}
