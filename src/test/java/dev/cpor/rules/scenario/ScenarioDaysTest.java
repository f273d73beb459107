package dev.cpor.rules.scenario;

import static dev.cpor.rules.scenario.ScenarioFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.decision.OpenClaim;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.evaluate.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case says of days is taken as it is, and the rest is worked out. */
class ScenarioDaysTest {
    @Test
    void aClaimOfWhichNothingIsSaidHasJustEnteredItsStatus() {
        assertThat(days("", "")).isEqualTo(new DayCounts(0, 0, 0));
    }

    @Test
    void daysAreWorkedOutFromDays() {
        assertThat(days("days_in_status", "7")).isEqualTo(new DayCounts(7, 5, 5));
        assertThat(days("status_since", "2026-11-13")).isEqualTo(new DayCounts(7, 5, 5));
        assertThat(days("business_date,status_since", "2026-11-16,2026-11-13")).isEqualTo(new DayCounts(3, 1, 1));
    }

    @Test
    void businessDaysAreTakenFromTheLatestDayThatFits() {
        OpenClaim claim = claim("business_days_in_status", "5");

        assertThat(claim.statusSince()).isEqualTo("2026-11-13");
        assertThat(claim.firstSubmitted()).isEqualTo("2026-11-13");
        assertThat(days("business_days_in_status", "5")).isEqualTo(new DayCounts(7, 5, 5));
    }

    @Test
    void businessDaysThatAreGivenAreNotCountedAgain() {
        assertThat(days("days_in_status,business_days_in_status", "7,3")).isEqualTo(new DayCounts(7, 3, 3));
        assertThat(days("business_days_in_status,business_days_since_submission", "2,11"))
                .isEqualTo(new DayCounts(2, 2, 11));
    }

    @Test
    void aClaimMayNeverHaveBeenSubmitted() {
        assertThat(days("business_days_in_status,first_submitted", "6,none")).isEqualTo(new DayCounts(8, 6, 0));
        assertThat(claim("first_submitted", "none").firstSubmitted()).isNull();
        assertThat(days("business_days_in_status,first_submitted", "2,2026-11-05"))
                .isEqualTo(new DayCounts(2, 2, 11));
    }

    @Test
    void aDayAndACountThatContradictEachOtherAreRefused() {
        List<Problem> problems = new ArrayList<>();

        read("status_since,days_in_status", "2026-11-13,8", problems);

        assertThat(problems)
                .singleElement()
                .asString()
                .contains(
                        "days_in_status: from status_since 2026-11-13 to the business date 2026-11-20 it is 7 days, not 8; leave one of the two empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "days_in_status,business_days_in_status | 2,5 | business_days_in_status: from 2026-11-18 to the business date 2026-11-20 there are 2 days, so they cannot hold 5 business days;",
                "status_since,business_days_in_status | 2026-11-18,3 | business_days_in_status: from 2026-11-18 to the business date 2026-11-20 there are 2 days, so they cannot hold 3",
                "first_submitted,business_days_since_submission | 2026-11-18,3 | business_days_since_submission: from 2026-11-18 to the business date 2026-11-20 there are 2 days",
            })
    void moreBusinessDaysThanDaysAreRefused(String columns, String values, String what) {
        List<Problem> problems = new ArrayList<>();

        read(columns, values, problems);

        assertThat(problems).singleElement().asString().contains(what);
    }

    @Test
    void asManyBusinessDaysAsDaysAreTaken() {
        assertThat(days("days_in_status,business_days_in_status", "5,5")).isEqualTo(new DayCounts(5, 5, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"13.11.2026", "11/13/2026", "13/11/2026", "13-11-2026", "2026/11/13", "2026.11.13", "2026-11-13"
            })
    void aDayThatASpreadsheetProgramRewroteIsTakenWhereItCanMeanOnlyOne(String day) {
        assertThat(claim("status_since", day).statusSince()).isEqualTo("2026-11-13");
    }

    private static DayCounts days(String columns, String values) {
        return scenario(columns, values).days();
    }

    private static OpenClaim claim(String columns, String values) {
        return scenario(columns, values).claim().claim();
    }

    private static Scenario scenario(String columns, String values) {
        List<Problem> problems = new ArrayList<>();
        List<Scenario> read = read(columns, values, problems);
        assertThat(problems).isEmpty();
        assertThat(read.get(0).businessDate()).isBetween(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 20));
        return read.get(0);
    }

    private static List<Scenario> read(String columns, String values, List<Problem> problems) {
        String csv = "case,expect,status," + columns + "\nA,nothing,SUBMITTED," + values + "\n";
        return new CaseReading(CALENDAR, List.of(), problems)
                .read(SheetReading.read("tests/a.csv", bytes(csv), problems));
    }
}
