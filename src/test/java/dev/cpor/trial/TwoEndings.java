package dev.cpor.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Two databases whose last night used other rules, and what a simulation says of the same. */
final class TwoEndings {
    private static final String CLAIMS =
            "select claim_id, concat_ws('|', status, ifnull(rejection, ''), consent, incentive) from claim order by claim_id";
    private static final String EARNINGS =
            "select earning_id, concat(amount, currency) from earning order by earning_id";

    private final Sandbox usual;
    private final Sandbox other;
    private final String night;

    /** @param night the business date of the last night */
    TwoEndings(Sandbox usual, Sandbox other, String night) {
        this.usual = usual;
        this.other = other;
        this.night = night;
    }

    /** Rejects partners two business days earlier, and lets customers object two days longer. */
    static Path changedRules(Path rules) throws IOException {
        Path changed = rules.resolveSibling("changed-rules");
        copy(rules, changed);
        for (String name : List.of("auto-rejection.drl", "consent-expiry.drl")) {
            Path file = changed.resolve("lifecycle").resolve(name);
            String text = Files.readString(file);
            String edited = text.replace(
                            "businessDaysInStatus > 5)\nthen\n    decide.reject",
                            "businessDaysInStatus > 3)\nthen\n    decide.reject")
                    .replace("daysInStatus > 7", "daysInStatus > 9");
            assertThat(edited).isNotEqualTo(text);
            Files.writeString(file, edited);
        }
        return changed;
    }

    /** Copies a folder over another. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Returns the claims that a simulation says come out otherwise. */
    static Set<String> changes(JsonNode simulated) {
        Set<String> claims = new TreeSet<>();
        simulated
                .get("changes")
                .forEach(change -> claims.add(change.get("claim_id").asString()));
        return claims;
    }

    private static Set<String> difference(List<String> one, List<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        all.removeIf(row -> one.contains(row) && other.contains(row));
        return all;
    }

    /** Returns what a simulation says of both sides, by claim. */
    static Map<String, String> sides(JsonNode simulated) {
        Map<String, String> sides = new TreeMap<>();
        simulated
                .get("changes")
                .forEach(change -> sides.put(
                        change.get("claim_id").asString(),
                        side(change.get("now")) + " -> " + side(change.get("with"))));
        return sides;
    }

    private static String side(JsonNode side) {
        JsonNode reason = side.get("reason");
        return String.join(
                "|",
                side.get("status").asString(),
                reason.isNull() ? "" : reason.asString(),
                side.get("consent").asString(),
                side.get("incentive").asString());
    }

    private static Map<String, String> byClaim(List<String> rows) {
        Map<String, String> claims = new TreeMap<>();
        rows.forEach(row -> claims.put(row.substring(0, row.indexOf('|')), row.substring(row.indexOf('|') + 1)));
        return claims;
    }

    /** By program and currency, what is earned on a side and what that is in USD. */
    static Set<String> money(JsonNode simulated) {
        Set<String> sums = new TreeSet<>();
        for (String side : List.of("now", "with")) {
            for (JsonNode sum : simulated.get("money")) {
                BigDecimal amount = new BigDecimal(sum.get(side).asString());
                if (amount.signum() > 0) {
                    sums.add(String.join(
                            "|",
                            side,
                            sum.get("program").asString(),
                            sum.get("currency").asString(),
                            amount.stripTrailingZeros().toPlainString(),
                            sum.get(side + "_usd").asString()));
                }
            }
        }
        return sums;
    }

    /** Returns the claims that stand otherwise in the two databases. */
    Set<String> differing() {
        try (OpenDatabase one = usual.open();
                OpenDatabase two = other.open()) {
            Set<String> claims = new TreeSet<>();
            difference(one.rows(CLAIMS), two.rows(CLAIMS))
                    .forEach(row -> claims.add(row.substring(0, row.indexOf('|'))));
            difference(one.rows(EARNINGS), two.rows(EARNINGS)).forEach(row -> {
                String earning = row.substring(0, row.indexOf('|'));
                claims.add(earning.substring(0, earning.lastIndexOf('-', earning.lastIndexOf('-') - 1)));
            });
            return claims;
        }
    }

    /** Returns how these claims stand in the two databases. */
    Map<String, String> sides() {
        try (OpenDatabase one = usual.open();
                OpenDatabase two = other.open()) {
            Map<String, String> now = byClaim(one.rows(CLAIMS));
            Map<String, String> with = byClaim(two.rows(CLAIMS));
            Map<String, String> sides = new TreeMap<>();
            differing().forEach(claim -> sides.put(claim, now.get(claim) + " -> " + with.get(claim)));
            return sides;
        }
    }

    /** Returns what the last night earned in the two databases, as {@link #money(JsonNode)} tells it. */
    Set<String> money() {
        Set<String> sums = new TreeSet<>();
        Map.of("now", usual, "with", other).forEach((side, sandbox) -> {
            try (OpenDatabase database = sandbox.open()) {
                database.rows("select program, currency, sum(amount), sum(amount_usd) from earning"
                                + " where business_date = '%s' group by program, currency".formatted(night))
                        .forEach(row -> {
                            String[] cells = row.split("\\|");
                            cells[2] = new BigDecimal(cells[2])
                                    .stripTrailingZeros()
                                    .toPlainString();
                            sums.add(side + "|" + String.join("|", cells));
                        });
            }
        });
        return sums;
    }
}
