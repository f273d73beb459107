package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.domain.ReasonCode;
import dev.cpor.domain.RejectCode;
import dev.cpor.domain.Status;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample, closed day by day and in a single night: the two ways in which its README says to run it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleNightsTest {
    private static final Set<RejectCode> ONLY_LATER =
            EnumSet.of(RejectCode.LINE_REMOVED, RejectCode.ALREADY_ASSESSED, RejectCode.UNKNOWN_EARNING);

    private List<SampleRun> runs = List.of();

    @BeforeAll
    void run(@TempDir Path temp) {
        runs = List.of(
                SampleRun.of(
                        "day by day", temp.resolve("daily"), "nightly", "--from", "2026-09-21", "--to", "2026-11-20"),
                SampleRun.of("a single night", temp.resolve("once"), "nightly"));
    }

    @AfterAll
    void close() {
        runs.forEach(SampleRun::end);
    }

    Stream<SampleRun> runs() {
        return runs.stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void leavesHistoriesThatAgreeWithTheirClaims(SampleRun run) {
        assertThat(run.rows("""
                        select claim_id from claim
                         where version <> (select count(*) from history where claim = claim.id)
                            or version <> (select max(version) from history where claim = claim.id)
                            or not exists (select 1 from history
                                            where claim = claim.id and version = claim.version
                                              and status = claim.status and consent = claim.consent
                                              and incentive = claim.incentive)
                            or status_since > '2026-11-20'
                        """)).isEmpty();
        assertThat(run.rows("select count(*) from claim")).isEqualTo(List.of("1989"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void paysEligibleClaimsAndNoOthers(SampleRun run) {
        assertThat(run.rows("""
                        select claim_id from claim
                         where (incentive = 'ELIGIBLE') <> exists (select 1 from earning where claim = claim.id)
                        """)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void notesEachReasonOnceInAStay(SampleRun run) {
        assertThat(run.rows("""
                        select claim, kind, reason, count(*) from (
                            select claim, kind, reason, version,
                                   (select count(*) from history moved
                                     where moved.claim = history.claim and moved.version < history.version
                                       and moved.status <> (select status from history previous
                                                             where previous.claim = moved.claim
                                                               and previous.version = moved.version - 1)) as stay
                              from history where kind in ('ESCALATED', 'REMINDED', 'HELD')) noted
                         group by claim, kind, reason, stay having count(*) > 1
                        """)).isEmpty();
        assertThat(run.rows("select distinct kind from history where kind in ('ESCALATED', 'REMINDED', 'HELD')"))
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void putsEachEarningIntoOneExtractToTheLastDigit(SampleRun run) {
        Extracts extracts = Extracts.below(run.payout());

        assertThat(extracts.ids()).doesNotHaveDuplicates();
        assertThat(extracts.ids())
                .containsExactlyInAnyOrderElementsOf(run.rows("select earning_id from earning"))
                .hasSizeGreaterThan(500);
        assertThat(extracts.sums("earningAmount"))
                .isEqualTo(run.sums("select currency, cast(sum(amount) as char) from earning group by currency"));
        assertThat(extracts.sums("earningAmountUSD"))
                .isEqualTo(run.sums("select currency, cast(sum(amount_usd) as char) from earning group by currency"));
        assertThat(extracts.dates())
                .isEqualTo(
                        run.sums(
                                "select cast(business_date as char), cast(count(*) as char) from earning group by business_date"));
        assertThat(run.sandbox()
                        .run("payout", "verify", run.payout().toString())
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void writesRejectsAsTheTableHasThem(SampleRun run) {
        List<String> nights = run.rows("select cast(business_date as char) from run order by business_date");
        assertThat(nights).isNotEmpty();
        for (String night : nights) {
            assertThat(RejectFile.of(run.sandbox().out(), night))
                    .as(night)
                    .containsExactlyInAnyOrderElementsOf(run.rows("""
                            select concat_ws('|', file.name, line, row_key, code, reject.message, reject.row)
                              from reject join feed_file file on file.id = reject.feed_file
                             where business_date = '%s'
                            """.formatted(night)));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void showsEveryStatusReasonRejectAndSeveralCurrencies(SampleRun run) {
        assertThat(run.rows("select distinct status from claim"))
                .containsExactlyInAnyOrderElementsOf(names(EnumSet.allOf(Status.class)));
        Set<String> reasons = new TreeSet<>();
        run.rows("select distinct reason from history where reason is not null")
                .forEach(reason -> reasons.addAll(Arrays.asList(reason.split(";"))));
        run.rows("select distinct reason from tally where topic in ('INELIGIBLE', 'HELD')")
                .forEach(reasons::add);
        Set<ReasonCode> ofNights = EnumSet.complementOf(EnumSet.of(ReasonCode.CORRECTION)); // That of people.
        assertThat(reasons).containsAll(names(ofNights));
        Set<RejectCode> expected = EnumSet.allOf(RejectCode.class);
        expected.removeAll(ONLY_LATER);
        assertThat(run.rows("select distinct code from reject")).containsAll(names(expected));
        assertThat(run.rows("select distinct currency from earning")).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void earnsBelievableAmounts(SampleRun run) {
        assertThat(run.rows("select earning_id from earning where amount_usd > 30000 or amount_usd < 0.5"))
                .isEmpty();
        assertThat(run.rows("select 1 from earning having avg(amount_usd) between 500 and 5000"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void endsAsTheReadmePromises(SampleRun run) {
        Map<String, String> ends = Promises.ends(run.name());
        assertThat(ends.keySet()).isEqualTo(Promises.claims().keySet());
        ends.forEach((claim, end) ->
                assertThat(run.rows("""
                                select concat_ws(' ', status, rejection, consent, incentive) from claim
                                 where claim_id = '%s'
                                """.formatted(claim))).as(claim).containsExactly(end));
        assertThat(Promises.reasons()).hasSizeGreaterThan(15).allSatisfy(promise -> assertThat(
                        run.rows("""
                                select kind from history join claim on claim.id = history.claim
                                 where claim_id = '%s' and concat_ws(' ', history.reason, history.detail) like '%%%s%%'
                                """.formatted(promise.split(" ")[0], promise.split(" ")[1])))
                .as(promise)
                .isNotEmpty());
        assertThat(run.rows("""
                        select claim_id from history join claim on claim.id = history.claim
                         where business_date = '2026-11-20' and rule_name is not null
                        """)).containsAll(Promises.changedByTheLastNight());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void refusesTheRowsThatTheReadmeNames(SampleRun run) {
        assertThat(Promises.rejects("inbox")).hasSizeGreaterThan(35).isSubsetOf(run.rows("""
                        select concat(code, ' inbox/', file.name, ':', line)
                          from reject join feed_file file on file.id = reject.feed_file
                        """));
    }

    @ParameterizedTest
    @MethodSource("runs")
    @Order(Integer.MAX_VALUE)
    void goesOnOnTheMondayAfterAsTheReadmeSays(SampleRun run) {
        run.sandbox().feeds(Path.of("sample-data", "late"));

        assertThat(run.sandbox().run("nightly", "--date", "2026-11-23").status())
                .isZero();

        assertThat(run.rows("""
                        select concat(code, ' late/', file.name, ':', line)
                          from reject join feed_file file on file.id = reject.feed_file
                         where business_date = '2026-11-23'
                        """)).containsExactlyInAnyOrderElementsOf(Promises.rejects("late"));
        assertThat(run.rows("select comment from history where occurred_at = '2026-11-19 15:00:00' and run > 1"))
                .anyMatch(comment -> comment.startsWith("A late row"));
    }

    private static List<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }
}
