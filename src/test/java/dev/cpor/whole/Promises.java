package dev.cpor.whole;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.cpor.domain.ReasonCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the README of the sample says of its claims and rejects, and how each of those claims ends. */
final class Promises {
    private static final Path README = Path.of("sample-data", "README.md");
    private static final Path ENDS = Path.of("src/test/resources/dev/cpor/whole/sample-ends.csv");
    private static final Pattern CLAIM = Pattern.compile("^\\| (CPOR-\\d+) \\| (.*) \\| `./cpor", Pattern.MULTILINE);
    private static final Pattern REJECT =
            Pattern.compile("^\\| `([A-Z_]+)` \\| `(\\w+/[^`]+)`:(\\d+) \\|", Pattern.MULTILINE);
    private static final List<String> REASONS =
            Arrays.stream(ReasonCode.values()).map(Enum::name).toList();

    private Promises() {}

    /** Returns what is said of each claim, by claim ID. */
    static Map<String, String> claims() {
        Map<String, String> claims = new TreeMap<>();
        found(CLAIM).forEach(claim -> claims.put(claim.group(1), claim.group(2)));
        return claims;
    }

    /** Returns the reason codes that are said of each claim, as {@code claim code}, where they hold in both ways of running; what stands in brackets is no promise. */
    static List<String> reasons() {
        return claims().entrySet().stream()
                .filter(claim -> !claim.getValue().contains("one night"))
                .flatMap(claim -> REASONS.stream()
                        .filter(code ->
                                claim.getValue().replaceAll("\\(.*\\)", "").contains("`" + code + "`"))
                        .map(code -> claim.getKey() + " " + code))
                .toList();
    }

    /** Returns the claims that the night of 20 November is said to change. */
    static List<String> changedByTheLastNight() {
        return claims().entrySet().stream()
                .filter(claim ->
                        claim.getValue().matches(".*(for the first time on|by the night of|elapses on) 20 Nov.*"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the rejects of a folder's feeds, as {@code code folder/file:line}. */
    static List<String> rejects(String folder) {
        return found(REJECT)
                .filter(reject -> reject.group(2).startsWith(folder + "/"))
                .map(reject -> reject.group(1) + " " + reject.group(2) + ":" + reject.group(3))
                .toList();
    }

    /** Returns how each of the claims ends, by claim ID. */
    static Map<String, String> ends(String way) {
        Map<String, String> ends = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(ENDS)) {
            csv.forEach(row -> ends.put(row.getField("claim_id"), row.getField(way)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ends;
    }

    private static Stream<MatchResult> found(Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(README)).results();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
