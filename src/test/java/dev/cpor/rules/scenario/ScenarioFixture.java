package dev.cpor.rules.scenario;

import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.drl.RuleFolder;
import dev.cpor.rules.drl.RuleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

/** Rules and files of scenarios for tests. */
final class ScenarioFixture {
    static final BusinessCalendar CALENDAR = new BusinessCalendar(
            ZoneOffset.UTC,
            2025,
            2027,
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    static final Path SHIPPED = Path.of("rules");

    /** Two rules whose cases fit into a few lines. */
    static final CompiledRules SMALL = compile(new RuleText(Map.of(
            "lifecycle/a.drl", bytes("""
                    rule "Too late"
                    when $claim : Claim(status == Status.SUBMITTED, businessDaysInStatus > 5)
                    then decide.escalate($claim, REVIEW_START_OVERDUE);
                    end
                    """),
            "incentive/b.drl", bytes("""
                    rule "It earns"
                    when $line : Line(rateFits)
                    then decide.earn($line);
                    end
                    """),
            "incentive/rate-card.csv", bytes("""
                    program,solution_area,product,activity,lever,earning_type,basis,rate,currency,valid_from,valid_to
                    OSU,MODERN_WORK,Teams,USAGE,Teams adoption,FEE,PER_USER,1.25,EUR,2026-01-01,
                    """))));

    private static final CompiledRules SHIPPED_RULES = compile(RuleFolder.read(SHIPPED));

    private ScenarioFixture() {}

    static CompiledRules shipped() {
        return SHIPPED_RULES;
    }

    static CompiledRules compile(RuleText text) {
        return CompiledRules.compile(text, CALENDAR, Duration.ofSeconds(30));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Tries rules on the scenarios of one file. */
    static ScenarioReport run(Path folder, CompiledRules rules, byte[] content) {
        try {
            Files.createDirectories(folder.resolve("tests"));
            Files.write(folder.resolve("tests/cases.csv"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Scenarios.run(folder, rules, CALENDAR, CurrencyRules.iso4217());
    }

    static ScenarioReport run(Path folder, CompiledRules rules, String... lines) {
        return run(folder, rules, bytes(String.join("\n", lines) + "\n"));
    }
}
