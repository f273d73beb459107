package dev.cpor.rules.scenario;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.rules.CompiledRules;
import dev.cpor.rules.drl.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The scenarios of a rules folder: the files {@code tests/*.csv}. They decide nothing and are no part of the rule set. */
public final class Scenarios {
    private static final String FOLDER = "tests";

    private Scenarios() {}

    /**
     * Tries the rules on every scenario. Reads files, and nothing else.
     *
     * @param rulesFolder the folder that holds {@code tests/}
     * @param rules the compiled rules of that folder
     * @param calendar works out the days that a case does not give
     * @param currencies says how amounts are rounded
     * @throws ClearFailure if there is no scenario at all, or the files cannot be read
     */
    public static ScenarioReport run(
            Path rulesFolder, CompiledRules rules, BusinessCalendar calendar, CurrencyRules currencies) {
        List<Problem> problems = new ArrayList<>();
        List<Scenario> scenarios = new ArrayList<>();
        CaseReading cases = new CaseReading(calendar, rules.ruleNames(), problems);
        for (Path file : files(rulesFolder)) {
            scenarios.addAll(cases.read(SheetReading.read(FOLDER + "/" + file.getFileName(), content(file), problems)));
        }
        if (scenarios.isEmpty() && problems.isEmpty()) {
            throw none(rulesFolder);
        }
        boolean complete = problems.isEmpty();
        Map<Scenario, Trial> trials = new LinkedHashMap<>();
        int different = 0;
        for (Scenario scenario : scenarios) {
            Trial trial = Trial.of(scenario, rules, currencies);
            trials.put(scenario, trial);
            int before = problems.size();
            for (Expectation expected : scenario.expectations()) {
                problems.addAll(Comparing.differences(scenario, expected, trial));
            }
            different += problems.size() > before ? 1 : 0;
        }
        Coverage coverage = Coverage.of(rules, trials);
        List<String> wrong = new ArrayList<>(
                problems.stream().sorted().map(Problem::toString).toList());
        if (complete) {
            // With rows that cannot be read it would not be known what is missing.
            wrong.addAll(coverage.gaps());
        }
        return new ScenarioReport(
                wrong, scenarios.size(), different, rules.ruleNames().size(), coverage.covered());
    }

    /**
     * Returns what stays the same as long as {@link #run} comes to the same, with one build of the program.
     *
     * @throws ClearFailure if there is no folder of scenarios, or the files cannot be read
     */
    public static String fingerprint(
            Path rulesFolder, CompiledRules rules, BusinessCalendar calendar, CurrencyRules currencies) {
        MessageDigest digest = Sha256.digest();
        for (Object part : List.of(
                rules.fingerprint(),
                calendar.count(),
                currencies.minorUnits().entrySet().stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList(),
                String.valueOf(currencies.maxRateAgeDays()))) {
            digest.update((part + "\0").getBytes(StandardCharsets.UTF_8));
        }
        for (Path file : files(rulesFolder)) {
            byte[] content = content(file);
            digest.update((file.getFileName() + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        }
        return Sha256.of(digest);
    }

    private static List<Path> files(Path rulesFolder) {
        Path folder = rulesFolder.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            throw none(rulesFolder);
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> isScenarioFile(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** Hidden files and those that begin with a tilde are what open programs leave beside their files. */
    private static boolean isScenarioFile(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") && !name.startsWith(".") && !name.startsWith("~");
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ClearFailure none(Path rulesFolder) {
        return new ClearFailure(
                "There is no scenario in %s; write a case for each rule into a CSV file there, or begin with what \"cpor rules test --from-claim ID\" prints."
                        .formatted(rulesFolder.resolve(FOLDER)));
    }

    private static ClearFailure unreadable(Path path, IOException e) {
        return new ClearFailure(
                "The scenarios in %s cannot be read (%s); make them readable for the user that runs the program."
                        .formatted(path, e.getMessage()),
                e);
    }
}
