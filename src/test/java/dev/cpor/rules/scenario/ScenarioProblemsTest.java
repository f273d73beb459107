package dev.cpor.rules.scenario;

import static dev.cpor.rules.scenario.ScenarioFixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.CurrencyRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is said with its place, and with what to write instead. */
class ScenarioProblemsTest {
    @TempDir
    Path folder;

    @Test
    void anUnknownColumnIsNamedWithTheOneThatIsMeant() {
        assertThat(wrong("case,expect,days_in_staus", "A,nothing,3"))
                .startsWith(
                        "tests/cases.csv:1:13: the column \"days_in_staus\" is unknown; perhaps \"days_in_status\" is meant; known are case, rule,");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        assertThat(wrong("case,expect,Expect", "A,nothing,nothing"))
                .isEqualTo("tests/cases.csv:1:13: the column expect is there already; keep one of the two");
    }

    @Test
    void aFileWithoutHeadingsIsRefused() {
        assertThat(wrong("A,nothing")).startsWith("tests/cases.csv:1:1: the first line must name the columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status | SUBMITED | \"SUBMITED\" is unknown; perhaps \"SUBMITTED\" is meant; write one of EDITING, SUBMITTED",
                "status | EDITING | no night asks the rules about a claim in EDITING; write SUBMITTED",
                "consent | NONE | a claim in APPROVED never has NONE; write PENDING, DECLINED or ELAPSED",
                "rule | Too lat | there is no rule \"Too lat\"; perhaps \"Too late\" is meant; write the name",
                "reason | REVIEW_START_OVERDU | \"REVIEW_START_OVERDU\" is unknown; perhaps \"REVIEW_START_OVERDUE\" is meant",
                "business_date | 20.11.26 | \"20.11.26\" is what a spreadsheet program makes of a day, and its century is not there; write it as 2026-11-20, and give",
                "business_date | 4/5/2026 | \"4/5/2026\" is what a spreadsheet program makes of a day, and may be one of two; write it as 2026-04-05 or 2026-05-04, and give",
                "first_submitted | 2026-11-21 | it is after the business date 2026-11-20; write an earlier day",
                "business_date | tomorrow | \"tomorrow\" is not a day; write it as 2026-11-20",
                "business_date | 2026-02-30 | \"2026-02-30\" is not a day; write it as 2026-11-20",
                "business_date | 1999-01-01 | the calendar does not answer for 1999-01-01; write a day of its years",
                "status_since | 2026-11-21 | it is after the business date 2026-11-20; write an earlier day",
                "days_in_status | six | \"six\" is not a whole number of at least 0; write it with digits alone",
                "days_in_status | -1 | \"-1\" is not a whole number of at least 0; write it with digits alone",
                "days_in_status | 3651 | 3651 is too many; write at most 3650",
                "business_days_in_status | 3000 | the calendar does not answer for 2024-12-31; write fewer days",
                "seats | 1E+05 | \"1E+05\" is not a whole number of at least 0; write it with digits alone",
                "amount | '1,250' | \"1,250\" may mean 1250 or 1.250; write it with a point and without grouping",
                "amount | '1.250,00' | \"1.250,00\" is not an amount of at least 0 with at most 4 decimals; write it with a point",
                "currency | EURO | \"EURO\" is not a currency that can be paid; write an ISO 4217 code such as EUR",
                "payout_profile_valid | maybe | \"maybe\" is neither true nor false; write one of them",
            })
    void aValueThatCannotBeIsNamedWithWhatToWrite(String column, String value, String what) {
        assertThat(wrong("case,expect," + column, "A,nothing,\"" + value + "\""))
                .startsWith("tests/cases.csv:2:11: case \"A\": " + column + ": ")
                .contains(what);
    }

    @Test
    void anUnknownDecisionIsNamedWithTheOneThatIsMeant() {
        assertThat(wrong("case,expect", "A,earn"))
                .startsWith(
                        "tests/cases.csv:2:3: case \"A\": expect: \"earn\" is unknown; perhaps \"earns\" is meant;");
        assertThat(wrong("case,expect", "A,nothing; hold")).contains("nothing cannot come together with something");
    }

    @Test
    void aRowNeedsANameAndACaseAnExpectation() {
        assertThat(wrong("case,expect", ",nothing")).startsWith("tests/cases.csv:2:1: case: the row has no name");
        assertThat(wrong("case,expect", "A,"))
                .startsWith(
                        "tests/cases.csv:2:1: case \"A\": expect: there is none; write what should come of the claim");
    }

    @Test
    void aNameThatIsTakenIsRefusedUnlessLinesAreNumbered() {
        assertThat(wrong("case,expect", "A,nothing", "A,nothing"))
                .startsWith(
                        "tests/cases.csv:3:1: case \"A\": case: this case has a line 1 already, in line 2 of the file");
        assertThat(wrong("case,expect,line_no,program", "A,ineligible,1,OSU", "A,ineligible,2,OSA"))
                .startsWith("tests/cases.csv:3:16: case \"A\": program: it is \"OSA\" here, but \"OSU\" in line 2");
        assertThat(wrong("case,expect,line_no,partner_designated", "A,ineligible,1,true", "A,ineligible,2,false"))
                .contains("another line of BUSINESS_APPLICATIONS in this claim says the opposite");
    }

    @Test
    void placesAreThoseOfTheFileAlsoBehindQuotesAndLineBreaks() {
        assertThat(wrong("sep=;", "why;case;expect;seats", "\"two\nlines; \"\"so\"\"\";A;nothing;many"))
                .startsWith("tests/cases.csv:4:26: case \"A\": seats:");
    }

    @Test
    void aQuoteThatClosesATextTooEarlyIsNamedWithItsPlaceAndTheOtherRowsAreRead() {
        List<String> wrong = run(
                        folder,
                        SMALL,
                        "why,case,expect",
                        "\"two",
                        "lines\",A,nothig",
                        "\"two",
                        "lines \"so\" \",B,nothing",
                        ",C,nothig")
                .wrong();

        assertThat(wrong)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("tests/cases.csv:3:10: case \"A\": expect: \"nothig\""),
                        quote -> assertThat(quote)
                                .isEqualTo(
                                        "tests/cases.csv:5:8: a quote closes the text before it ends; write each quote inside a text twice, or remove it"),
                        last -> assertThat(last).startsWith("tests/cases.csv:6:4: case \"C\": expect: \"nothig\""));
    }

    @Test
    void aRowWithTooManyCellsIsNamed() {
        assertThat(wrong("case,expect", "A,nothig", ",".repeat(20_000))).startsWith("tests/cases.csv:2:3: case \"A\"");
        assertThat(run(folder, SMALL, "case,expect", "A,nothig", ",".repeat(20_000))
                        .wrong())
                .contains("tests/cases.csv:3:1: this is no table from here on; check the quotes and separators");
    }

    @Test
    void aValueUnderNoColumnIsNamed() {
        assertThat(wrong("case,expect", "A,ineligible,3"))
                .startsWith("tests/cases.csv:2:14: \"3\" stands under no column");
    }

    @Test
    void aRowThatIsSeparatedOtherwiseIsNamed() {
        assertThat(wrong("case;expect;rule", "A,nothing,Too late"))
                .isEqualTo(
                        "tests/cases.csv:2:1: the cells of this row are separated otherwise than those of the first line, by \";\"; use the same for all");
    }

    @Test
    void whatIsNoCsvOrNoTextIsNamed() {
        assertThat(wrong("case,expect", "\"A,nothing"))
                .isEqualTo("tests/cases.csv:2:1: a quote in this row is never closed; close it, or remove it");
        assertThat(run(folder, SMALL, "case,expect\nÄ,nothing\n".getBytes(StandardCharsets.ISO_8859_1))
                        .wrong()
                        .get(0))
                .isEqualTo(
                        "tests/cases.csv:1:1: this is not UTF-8; in the spreadsheet program, save it as \"CSV UTF-8\"");
    }

    @Test
    void noScenariosAtAllIsOneSentence() throws IOException {
        assertThatThrownBy(() -> Scenarios.run(folder, SMALL, CALENDAR, CurrencyRules.iso4217()))
                .isInstanceOf(ClearFailure.class)
                .hasMessage(
                        "There is no scenario in %s; write a case for each rule into a CSV file there, or begin with what \"cpor rules test --from-claim ID\" prints.",
                        folder.resolve("tests"));
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/.~lock.cases.csv"), "mine");
        assertThatThrownBy(() -> Scenarios.run(folder, SMALL, CALENDAR, CurrencyRules.iso4217()))
                .isInstanceOf(ClearFailure.class);
        assertThatThrownBy(() -> run(folder, SMALL, "case,expect")).isInstanceOf(ClearFailure.class);
    }

    private String wrong(String... lines) {
        return run(folder, SMALL, lines).wrong().get(0);
    }
}
