package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A replay of past nights with changed limits names the claims, and tells both sides, as an independent reading of the contract
 * does that lives through these nights once with the one and once with the other limits.
 */
@Tag("database")
class ReplayAgreesTest {
    private static final Path RATE_CARD = Path.of("rules", "incentive", "rate-card.csv");
    private static final LocalDate FROM = LocalDate.parse("2026-10-26");
    private static final LocalDate CHANGED = LocalDate.parse("2026-11-06");
    private static final LocalDate TO = LocalDate.parse("2026-11-20");

    @TempDir
    Path folder;

    @Test
    void aReplayWithChangedLimitsNamesTheClaimsThatTheReferenceModelNames() throws IOException {
        long seed = Long.getLong("cpor.seed", 20261120L);
        System.out.println("Random feeds of seed " + seed + "; set another with -Dcpor.seed.");
        RandomFeeds feeds = new RandomFeeds(new RandomFeeds.Plan(seed, 150, FROM, TO, RATE_CARD, false));
        try (Sandbox pipeline = new Sandbox(folder.resolve("pipeline"))) {
            feeds.writeFlat(pipeline.inbox());
            Path changedRules = changedRules(pipeline.rules());
            ReferenceNights now = new ReferenceNights(RATE_CARD, ZoneOffset.UTC);
            ReferenceNights with = new ReferenceNights(RATE_CARD, ZoneOffset.UTC);
            for (LocalDate day : feeds.days()) {
                if (day.equals(CHANGED)) {
                    with.use(new ReferenceLifecycle.Limits(9, 9));
                }
                now.night(day, pipeline.inbox());
                with.night(day, pipeline.inbox());
            }
            assertThat(pipeline.run("nightly", "--from", FROM.toString(), "--to", TO.toString())
                            .status())
                    .isZero();

            Said said = pipeline.run(
                    "rules",
                    "simulate",
                    "--with",
                    changedRules.toString(),
                    "--nights",
                    CHANGED + ".." + TO,
                    "--format",
                    "json");

            assertThat(said.status()).as(said.err()).isZero();
            Map<String, String> told = new TreeMap<>();
            JsonMapper.shared()
                    .readTree(said.out())
                    .get("changes")
                    .forEach(change -> told.put(
                            change.get("claim_id").asString(),
                            side(change.get("now")) + " -> " + side(change.get("with"))));
            assertThat(told).isEqualTo(changes(now, with));
            assertThat(told.values())
                    .as("a withdrawal that came after the hand-off, and was refused, comes before it now")
                    .anyMatch(change -> change.startsWith("APPROVED  ELAPSED ")
                            && change.contains(" -> REJECTED PARTNER_REQUEST "));
        }
    }

    /** Gives partners nine business days, and customers nine days. */
    private static Path changedRules(Path rules) throws IOException {
        Path changed = rules.resolveSibling("changed-rules");
        FileSystemUtils.copyRecursively(rules, changed);
        replace(
                changed.resolve("lifecycle/auto-rejection.drl"),
                "businessDaysInStatus > 5)",
                "businessDaysInStatus > 9)");
        replace(changed.resolve("lifecycle/consent-expiry.drl"), "daysInStatus > 7", "daysInStatus > 9");
        return changed;
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static Map<String, String> changes(ReferenceNights now, ReferenceNights with) {
        Map<String, String> one = sides(now);
        Map<String, String> other = sides(with);
        Map<String, String> changes = new TreeMap<>();
        one.forEach((claim, side) -> {
            if (!side.equals(other.get(claim))) {
                changes.put(claim, side + " -> " + other.get(claim));
            }
        });
        return changes;
    }

    private static Map<String, String> sides(ReferenceNights nights) {
        Map<String, String> sides = new TreeMap<>();
        nights.claimsCsv().stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            int last = cells.length - 1;
            List<String> earned = new ArrayList<>(nights.earnings().stream()
                    .filter(earning -> earning.claimId().equals(cells[0])
                            && !earning.earningDate().isBefore(CHANGED))
                    .map(earning -> earning.lineNo() + " " + earning.amount().toPlainString() + " " + earning.currency()
                            + " " + earning.usd().toPlainString())
                    .toList());
            sides.put(
                    cells[0],
                    String.join(" ", List.of(cells).subList(last - 5, last - 1)) + " " + new TreeSet<>(earned));
        });
        return sides;
    }

    private static String side(JsonNode side) {
        TreeSet<String> earned = new TreeSet<>();
        side.get("earnings")
                .forEach(earning -> earned.add(String.join(
                        " ",
                        earning.get("line_no").asString(),
                        earning.get("amount").asString(),
                        earning.get("currency").asString(),
                        earning.get("amount_usd").asString())));
        return String.join(
                        " ",
                        side.get("status").asString(),
                        side.get("reason").isNull() ? "" : side.get("reason").asString(),
                        side.get("consent").asString(),
                        side.get("incentive").asString())
                + " " + earned;
    }
}
