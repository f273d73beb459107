package dev.cpor.rules.ratecard;

import static dev.cpor.rules.RuleFixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.domain.Activity;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Program;
import dev.cpor.domain.Rate;
import dev.cpor.domain.RateCard;
import dev.cpor.domain.SolutionArea;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.RuleCheck;
import dev.cpor.rules.compile.CheckedRules;
import dev.cpor.rules.drl.Problem;
import dev.cpor.rules.drl.RuleText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateCardFileTest {
    private static final String GOOD =
            "OSU,MODERN_WORK,Teams,USAGE,Adoption,FEE,PER_USER,1.250000,USD,2026-01-01,2026-10-31";

    @Test
    void readsColumnsInAnyOrder() {
        List<Problem> problems = new ArrayList<>();
        RateCard card = RateCardFile.read(
                "card.csv",
                "\uFEFFrate,basis,earning_type,lever,activity,product,solution_area,program,valid_to,valid_from,currency\r\n"
                        + "7.50,REVENUE_PERCENT,REBATE,\"Growth, fast\",PRE_SALES,,BUSINESS_APPLICATIONS,OSA,,2026-01-01,\r\n",
                problems);

        assertThat(problems).isEmpty();
        assertThat(card.rates())
                .containsExactly(new Rate(
                        Program.OSA,
                        SolutionArea.BUSINESS_APPLICATIONS,
                        null,
                        Activity.PRE_SALES,
                        "Growth, fast",
                        Rate.EarningType.REBATE,
                        Rate.Basis.REVENUE_PERCENT,
                        new BigDecimal("7.50"),
                        null,
                        LocalDate.of(2026, 1, 1),
                        null));
        assertThat(card.lineOf(card.rates().get(0))).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OSU | OSX | program: \"OSX\" is unknown",
                "MODERN_WORK | MODERN | solution_area: \"MODERN\" is unknown",
                "USAGE | SELLING | activity: \"SELLING\" is unknown",
                "Adoption | '' | lever: there is no value",
                "FEE | BONUS | earning_type: \"BONUS\" is unknown",
                "PER_USER | PER_DAY | basis: \"PER_DAY\" is unknown",
                "1.250000 | 1.2500001 | rate: 1.2500001 has 7 decimals; write at most 6",
                "1.250000 | -1 | rate: \"-1\" is not a decimal number",
                "1.250000 | 1e3 | rate: \"1e3\" is not a decimal number",
                "1.250000 | '\"1,250\"' | rate: \"1,250\" may mean 1250 or 1.250; write it with a point and without grouping",
                "1.250000 | '\"1.250,00\"' | rate: \"1.250,00\" is not a decimal number",
                "USD | '' | currency: there is none, but the basis PER_USER needs one",
                "USD | XAU | currency: \"XAU\" is not a currency that can be paid",
                "USD | EURO | currency: \"EURO\" is not a currency that can be paid",
                "PER_USER | REVENUE_PERCENT | currency: USD stands beside a percentage",
                "2026-01-01 | 2026-02-30 | valid_from: \"2026-02-30\" is not a day",
                "2026-01-01 | 01/02/2026 | valid_from: \"01/02/2026\" is what a spreadsheet program makes of a day, and may be one of two; write it as 2026-01-02 or 2026-02-01",
                "2026-10-31 | 2025-12-31 | valid_to: 2025-12-31 is before valid_from 2026-01-01",
                "USD | 'USD,USD' | 12 values stand under 11 columns",
            })
    void refusesAValueThatCannotBeUsed(String good, String bad, String message) {
        String row = GOOD.replaceFirst(good, bad);

        assertThat(check(row + "\n"))
                .singleElement()
                .asString()
                .startsWith("incentive/rate-card.csv:2:%d: %s".formatted(placeOf(message.split(":")[0], row), message));
    }

    /** Returns the character at which the value of a column begins, if no value before it has a comma; 1 for no column. */
    private static int placeOf(String column, String row) {
        int before =
                List.of((HEADER.strip() + ",users_from,users_to").split(",")).indexOf(column);
        return 1
                + Stream.of(row.split(",", -1))
                        .limit(Math.max(0, before))
                        .mapToInt(value -> value.length() + 1)
                        .sum();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.250000 | '1,25' | 2026-01-01 | 01.01.2026 | ;",
                "1.250000 | '1,25' | 2026-10-31 | 10/31/2026 | ;",
                "1.250000 | 1.25 | 2026-10-31 | 31/10/2026 | ,",
                "1.250000 | '1,25' | 2026-01-01 | 1/1/2026 | <TAB>",
            })
    void readsWhatASpreadsheetProgramSaved(String rate, String saved, String day, String savedDay, String separator) {
        String card = (HEADER + GOOD).replace(",", separator.replace("<TAB>", "\t"));
        List<Problem> problems = new ArrayList<>();

        RateCard read = RateCardFile.read(
                "card.csv",
                ("sep=" + separator + "\n" + card.replace(rate, saved).replace(day, savedDay) + separator.repeat(2)
                                + "\n")
                        .replace("<TAB>", "\t"),
                problems);

        assertThat(problems).isEmpty();
        assertThat(read.rates())
                .singleElement()
                .satisfies(one -> assertThat(one.rate()).isEqualByComparingTo("1.25"))
                .satisfies(one -> assertThat(one.validFrom()).isEqualTo("2026-01-01"))
                .satisfies(one -> assertThat(one.validTo()).isEqualTo("2026-10-31"));
        assertThat(read.lines()).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "program\n", "program;rate\n", "no,columns\nof,it\n"})
    void refusesAnotherHeader(String card) {
        assertThat(RuleCheck.check(rules(LIFECYCLE, INCENTIVE, card)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.isError()).isTrue());
    }

    @Test
    void refusesAQuoteThatNeverCloses() {
        assertThat(check(GOOD + "\nOSU,\"MODERN_WORK\n")).anyMatch(Problem::isError);
    }

    @Test
    void warnsOfRatesThatOverlapAndCompilesAllTheSame() {
        RuleText text = rules(
                LIFECYCLE, INCENTIVE, HEADER + GOOD + "\n" + GOOD.replace("2026-01-01,2026-10-31", "2026-10-31,"));

        CheckedRules checked = CheckedRules.of(text);

        assertThat(CompiledRules.compile(text, CALENDAR, TIMEOUT).rateCard().rates())
                .hasSize(2);
        assertThat(checked.problems())
                .singleElement()
                .asString()
                .startsWith("incentive/rate-card.csv:3:1: this rate overlaps the one of line 2");
    }

    @Test
    void acceptsRatesThatFollowOneAnother() {
        assertThat(check(GOOD + "\n" + GOOD.replace("2026-01-01,2026-10-31", "2026-11-01,") + "\n"
                        + GOOD.replace("Teams", "") + "\n" + GOOD.replace("USAGE", "PRE_SALES")))
                .isEmpty();
    }

    @Test
    void acceptsRatesForUsersThatFollowOneAnother() {
        List<Problem> problems = new ArrayList<>();
        RateCard card = RateCardFile.read(
                "card.csv", users(GOOD + ",,1000", GOOD + ",1001,", GOOD.replace("Teams", "SharePoint")), problems);

        assertThat(problems).isEmpty();
        assertThat(card.rates()).extracting(Rate::usersFrom).containsExactly(0L, 1001L, 0L);
        assertThat(card.rates()).extracting(Rate::usersTo).containsExactly(1000L, null, null);
        assertThat(card.rates()).extracting(rate -> rate.isForUsers(1000)).containsExactly(true, false, true);
        assertThat(card.rates()).extracting(rate -> rate.isForUsers(1001)).containsExactly(false, true, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",,1000 | ,1000, | this rate overlaps the one of line 2: both fit for instance a line of Teams with 1000 users",
                ",,1000 | ,many, | users_from: \"many\" is not a number of users",
                ",,1000 | ,1001,-1 | users_to: \"-1\" is not a number of users",
                ",,1000 | ,1001,1000 | users_to: 1000 is less than users_from 1001",
                ",,1000 | ,1001,,1 | 14 values stand under 13 columns",
            })
    void saysWhatIsWrongWithUsers(String first, String second, String message) {
        List<Problem> problems = new ArrayList<>();
        String row = GOOD + second.strip();
        RateCardFile.read("card.csv", users(GOOD + first.strip(), row), problems);

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("card.csv:3:%d: %s".formatted(placeOf(message.split(":")[0], row), message));
    }

    private static String users(String... rows) {
        return HEADER.strip() + ",users_from,users_to\n" + String.join("\n", rows) + "\n";
    }

    @Test
    void namesUpToThreeProblemsInOneSentence() {
        RuleText text = rules(LIFECYCLE, INCENTIVE, HEADER + (GOOD.replace("OSU", "X") + "\n").repeat(5));

        assertThatThrownBy(() -> CompiledRules.compile(text, CALENDAR, TIMEOUT))
                .isInstanceOf(ClearFailure.class)
                .hasMessageStartingWith(
                        "The rules cannot be used: incentive/rate-card.csv:2:1: program: \"X\" is unknown;"
                                + " write one of [OSU, OSA]; incentive/rate-card.csv:3:1")
                .hasMessageEndingWith("; and 2 more, which \"rules check\" shows.");
    }

    private static List<Problem> check(String rows) {
        return CheckedRules.of(rules(LIFECYCLE, INCENTIVE, HEADER + rows)).problems();
    }
}
