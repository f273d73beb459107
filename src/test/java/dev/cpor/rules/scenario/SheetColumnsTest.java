package dev.cpor.rules.scenario;

import static dev.cpor.rules.scenario.ScenarioFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.rules.drl.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares what {@code rules/README.md} says of the columns of cases with the program. Where they differ, {@code mvn test
 * -Dtest=SheetColumnsTest -Dcpor.vocabulary=write} writes it anew.
 */
class SheetColumnsTest {
    private static final Path PAGE = Path.of("rules", "README.md");
    private static final String END = "<!-- end of the columns -->";
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "cpor", "rules", "scenario");

    /** What stands for a column that is left out, where it can be written as well. */
    private static final Map<Column, String> USUAL = new EnumMap<>(Map.ofEntries(
            Map.entry(Column.CLAIM_ID, "A"),
            Map.entry(Column.MPN_ID, "Any partner"),
            Map.entry(Column.TENANT_ID, "Any customer"),
            Map.entry(Column.PROGRAM, "OSU"),
            Map.entry(Column.ACTIVITY, "USAGE"),
            Map.entry(Column.CONSENT, "ELAPSED"),
            Map.entry(Column.BUSINESS_DATE, "2026-11-20"),
            Map.entry(Column.STATUS_SINCE, "2026-11-20"),
            Map.entry(Column.FIRST_SUBMITTED, "2026-11-20"),
            Map.entry(Column.DAYS_IN_STATUS, "0"),
            Map.entry(Column.BUSINESS_DAYS_IN_STATUS, "0"),
            Map.entry(Column.BUSINESS_DAYS_SINCE_SUBMISSION, "0"),
            Map.entry(Column.PARTNER_COUNTRY, "US"),
            Map.entry(Column.PAYOUT_PROFILE_VALID, "TRUE"),
            Map.entry(Column.PARTNER_ENROLLED, "TRUE"),
            Map.entry(Column.CUSTOMER_COUNTRY, "US"),
            Map.entry(Column.PUBLIC_SECTOR, "FALSE"),
            Map.entry(Column.LINE_NO, "1"),
            Map.entry(Column.SOLUTION_AREA, "BUSINESS_APPLICATIONS"),
            Map.entry(Column.PRODUCT, "Any product"),
            Map.entry(Column.SUBSCRIPTION_ID, "Any subscription"),
            Map.entry(Column.CHANNEL, "DIRECT"),
            Map.entry(Column.SUBSCRIPTION_STATE, "ACTIVE"),
            Map.entry(Column.SEATS, "1000"),
            Map.entry(Column.MONTHLY_ACTIVE_USERS, "1000"),
            Map.entry(Column.ANNUAL_REVENUE, "100000"),
            Map.entry(Column.CURRENCY, "USD"),
            Map.entry(Column.PARTNER_DESIGNATED, "TRUE")));

    /** How to say it where it depends on other columns, or is no value. */
    private static final Map<Column, String> IN_WORDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Column.CASE, "it has to be there"),
            Map.entry(Column.CLAIM_ID, "the case"),
            Map.entry(Column.STATUS, "`APPROVED`, in assessment"),
            Map.entry(Column.CONSENT, "`ELAPSED`; where a status is written, `PENDING` for `APPROVED`, and else none"),
            Map.entry(Column.STATUS_SINCE, "what the counts say, else the business date"),
            Map.entry(Column.FIRST_SUBMITTED, "what the count says, else `status_since`"),
            Map.entry(Column.DAYS_IN_STATUS, "counted"),
            Map.entry(Column.BUSINESS_DAYS_IN_STATUS, "counted with the calendar"),
            Map.entry(Column.BUSINESS_DAYS_SINCE_SUBMISSION, "counted with the calendar"),
            Map.entry(Column.SOLUTION_AREA, "`BUSINESS_APPLICATIONS`, or `MODERN_WORK` where there is a workload"),
            Map.entry(Column.SUBSCRIPTION_STATE, "`ACTIVE`, or none where there is a workload"),
            Map.entry(Column.EXPECT, "not compared, but one row of a case needs it"),
            Map.entry(Column.REASON, "not compared"),
            Map.entry(Column.AMOUNT, "not compared"),
            Map.entry(Column.AMOUNT_CURRENCY, "not compared")));

    @Test
    void thePageSaysWhatTheProgramSays() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf('\n', page.indexOf("<!-- columns:")) + 1;
        int to = page.indexOf(END);
        if ("write".equals(System.getProperty("cpor.vocabulary"))) {
            Files.writeString(PAGE, page.substring(0, from) + text() + page.substring(to));
            return;
        }

        assertThat(page.substring(from, to)).isEqualTo(text());
    }

    static Set<Column> columns() {
        return USUAL.keySet();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aColumnThatIsLeftOutIsTheSameAsOneThatHoldsWhatIsUsual(Column column) {
        Scenario without = scenario("case,expect", "A,earns");

        Scenario with = scenario("case,expect," + column.heading(), "A,earns," + USUAL.get(column));

        assertThat(with.claim()).isEqualTo(without.claim());
        assertThat(with.days()).isEqualTo(without.days());
        assertThat(with.businessDate()).isEqualTo(without.businessDate());
    }

    @Test
    void whatIsUsualDependsOnStatusAndWorkload() {
        assertThat(scenario("case,expect,status", "A,earns,APPROVED"))
                .extracting(Scenario::claim)
                .isEqualTo(scenario("case,expect,status,consent", "A,earns,APPROVED,PENDING")
                        .claim());
        assertThat(scenario("case,expect,workload", "A,earns,Teams"))
                .extracting(Scenario::claim)
                .isEqualTo(scenario(
                                "case,expect,workload,solution_area,subscription_state",
                                "A,earns,Teams,MODERN_WORK,none")
                        .claim());
    }

    private static Scenario scenario(String columns, String values) {
        List<Problem> problems = new ArrayList<>();
        String csv = columns + "\n" + values + "\n";
        List<Scenario> read = new CaseReading(CALENDAR, List.of(), problems)
                .read(SheetReading.read("tests/a.csv", bytes(csv), problems));
        assertThat(problems).isEmpty();
        return read.get(0);
    }

    private static String text() throws IOException {
        StringBuilder text = new StringBuilder("\n| column | holds | left out, it is |\n| --- | --- | --- |\n");
        for (Column column : Column.values()) {
            String usual = IN_WORDS.getOrDefault(
                    column, USUAL.containsKey(column) ? "`%s`".formatted(USUAL.get(column)) : "none");
            text.append("| `%s` | %s | %s |%n".formatted(column.heading(), comment("Column", column), usual));
        }
        text.append("\n| `expect` | means |\n| --- | --- |\n");
        for (Act act : Act.values()) {
            text.append("| `%s` | %s |%n".formatted(Act.join(List.of(act)), comment("Act", act)));
        }
        return text.append('\n').toString();
    }

    private static String comment(String type, Enum<?> constant) throws IOException {
        Matcher found = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*%s\\(".formatted(constant), Pattern.DOTALL)
                .matcher(Files.readString(SOURCES.resolve(type + ".java")));
        assertThat(found.find()).as(constant.toString()).isTrue();
        return found.group(1).replaceAll("\\s*\\n\\s*\\*", "").strip().replaceAll("\\.$", "");
    }
}
