package dev.cpor.bench;

import com.github.freva.asciitable.AsciiTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, as a table for people and as JSON for programs. */
final class Results {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, BigDecimal> ratios = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();

    /**
     * What the program is to reach. Missing it fails no build: figures depend on the machine and on who else uses it.
     *
     * @param atLeast whether the figure is to be so much or more, not so much or less
     */
    record Target(String what, BigDecimal found, BigDecimal limit, boolean atLeast) {
        boolean isReached() {
            return atLeast ? found.compareTo(limit) >= 0 : found.compareTo(limit) <= 0;
        }

        private String[] row() {
            return new String[] {
                what,
                found.toPlainString(),
                (atLeast ? "at least " : "at most ") + limit,
                isReached() ? "reached" : "not reached"
            };
        }
    }

    /** Notes a figure, or several as a map or a list. */
    void figure(String name, Object value) {
        figures.put(name, value);
    }

    /** Notes a ratio. */
    void ratio(String name, double value) {
        ratios.put(name, rounded(value));
    }

    /** Notes a ratio that is to be at most, or at least, so much. */
    void ratio(String name, double value, String what, String limit, boolean atLeast) {
        ratio(name, value);
        target(what, value, limit, atLeast);
    }

    /** Notes a target that is no ratio of {@code ratios}. */
    void target(String what, double found, String limit, boolean atLeast) {
        targets.add(new Target(what, rounded(found), new BigDecimal(limit), atLeast));
    }

    /** Returns the figure with three decimals, as none of them is measured more exactly. */
    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    }

    /** Prints a table. */
    static void print(String title, List<String> columns, List<List<String>> rows) {
        System.out.printf("%n%s%n", title);
        System.out.println(AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                columns.toArray(String[]::new),
                new String[0],
                rows.stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new)));
    }

    /** Prints targets and ratios, and writes everything as JSON. */
    void tell(Path file) throws IOException {
        print(
                "Ratios",
                List.of("Ratio", "Value"),
                ratios.entrySet().stream()
                        .map(ratio -> List.of(ratio.getKey(), ratio.getValue().toPlainString()))
                        .toList());
        print(
                "Targets",
                List.of("Target", "Measured", "Limit", ""),
                targets.stream().map(target -> List.of(target.row())).toList());
        Map<String, Object> all = new LinkedHashMap<>(figures);
        all.put("ratios", ratios);
        all.put(
                "targets",
                targets.stream()
                        .map(target -> Map.of(
                                "what", target.what(),
                                "measured", target.found(),
                                "limit", target.limit(),
                                "reached", target.isReached()))
                        .toList());
        Files.writeString(
                file,
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(all)
                        + "\n");
        System.out.printf("The same is in %s.%n", file);
    }
}
