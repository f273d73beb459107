package dev.cpor.rules.scenario;

import static dev.cpor.rules.scenario.ScenarioFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What spreadsheet programs make of a file when they save it changes nothing. */
class SpreadsheetTest {
    private static final String WRITTEN = """
            case,rule,status,business_days_in_status,payout_profile_valid,workload,monthly_active_users,expect,reason,amount
            In time,Too late,SUBMITTED,5,true,,,nothing,,
            "Late, alas",Too late,SUBMITTED,6,,,,escalate,REVIEW_START_OVERDUE,
            A user,It earns,,,,Teams,1,earns,,1.25
            No rate,It earns,,,,Planner,1,ineligible,NO_RATE,
            """;

    @TempDir
    Path folder;

    @Test
    void everyProgramsWayOfSavingIsRead() {
        Map<String, byte[]> saved = new TreeMap<>();
        String semicolons = WRITTEN.replace("Late, alas", "Late; alas").replace(",", ";");
        saved.put("as written", bytes(WRITTEN));
        saved.put("byte order mark", bytes("\uFEFF" + WRITTEN));
        saved.put("Windows line ends", bytes(WRITTEN.replace("\n", "\r\n")));
        saved.put("old Mac line ends", bytes(WRITTEN.replace("\n", "\r")));
        saved.put("no line end at the end", bytes(WRITTEN.strip()));
        saved.put("semicolons, mark and Windows", bytes("\uFEFF" + semicolons.replace("\n", "\r\n")));
        saved.put("decimal comma", bytes(semicolons.replace("1.25", "1,25")));
        saved.put("named separator", bytes("sep=;\r\n" + semicolons));
        saved.put("tabs", bytes(WRITTEN.replace("Late, alas", "Late").replace(",", "\t")));
        saved.put(
                "Unicode text",
                ("\uFEFF" + WRITTEN.replace("Late, alas", "Late").replace(",", "\t"))
                        .getBytes(StandardCharsets.UTF_16LE));
        saved.put("everything quoted", bytes(quoted(WRITTEN.replace("\"Late, alas\"", "Late"))));
        saved.put("more columns than are used", bytes(WRITTEN.replace("\n", ",,,\n")));
        saved.put("empty rows", bytes(WRITTEN + "\n,,,,,,,,,\n\"\",\"\",,,,,,,,\n ,,,,,,,,,\n\n"));
        saved.put("TRUE", bytes(WRITTEN.replace(",true,", ",TRUE,")));
        saved.put("German", bytes(WRITTEN.replace(",true,", ",WAHR,")));
        saved.put("trailing zeros cut off", bytes(WRITTEN.replace("1.25", "1.2500")));
        saved.put(
                "words as people write them",
                bytes(WRITTEN.replace("SUBMITTED", "Submitted")
                        .replace("business_days_in_status", "Business days in status")
                        .replace("monthly_active_users", "monthlyActiveUsers")));

        saved.forEach((how, content) -> {
            ScenarioReport report = run(folder, SMALL, content);

            assertThat(report.wrong()).as(how).isEmpty();
            assertThat(report.cases()).as(how).isEqualTo(4);
        });
    }

    @Test
    void whatIsAddedAtTheEndMayBringItsOwnHeadings() {
        String more = "case,rule,expect,workload\nTeams,It earns,earns,Teams\n";

        ScenarioReport report = run(folder, SMALL, bytes(WRITTEN + more));

        assertThat(report.wrong()).isEmpty();
        assertThat(report.cases()).isEqualTo(5);
    }

    @Test
    void anApostropheBeforeAFormulaIsNoPartOfIt() {
        ScenarioReport report =
                run(folder, SMALL, "case,rule,expect,reason,product", "Formula,It earns,ineligible,NO_RATE,'=Product");

        assertThat(report.wrong()).allMatch(line -> line.startsWith("rule "));
    }

    private static String quoted(String csv) {
        StringBuilder all = new StringBuilder();
        csv.lines()
                .forEach(line ->
                        all.append('"').append(line.replace(",", "\",\"")).append("\"\n"));
        return all.toString();
    }
}
