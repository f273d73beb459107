package dev.cpor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.Sandbox;
import dev.cpor.store.claim.ClaimHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Night after night of random feeds, the pipeline comes to what an independent, slow reading of the contract comes to. */
@Tag("database")
class PipelineAgreesTest {
    private static final Path RATE_CARD = Path.of("rules", "incentive", "rate-card.csv");
    private static final LocalDate FROM = LocalDate.parse("2026-09-21");
    private static final LocalDate TO = LocalDate.parse("2026-11-27");
    private static final Map<String, String> KINDS =
            Map.of("CREATED", "CLAIM_CREATED", "ESCALATION", "ESCALATED", "REMINDER", "REMINDED", "HOLD", "HELD");

    @TempDir
    Path folder;

    @Test
    void whenFilesArriveDayByDay() throws IOException {
        RandomFeeds feeds = feeds(Integer.getInteger("cpor.claims", 500));
        Path daily = folder.resolve("daily");
        feeds.writeDaily(daily);
        ReferenceNights reference = new ReferenceNights(RATE_CARD, ZoneOffset.UTC);
        try (Sandbox pipeline = new Sandbox(folder.resolve("pipeline"))) {
            pipeline.nights(feeds.days(), day -> {
                Path inbox = daily.resolve(day.toString());
                reference.night(day, inbox);
                pipeline.feeds(inbox);
            });
            agree(pipeline, reference, feeds.days());
        }
    }

    @Test
    void whenTheFirstNightFindsAllFiles() throws IOException {
        RandomFeeds feeds = feeds(300);
        try (Sandbox pipeline = new Sandbox(folder.resolve("pipeline"))) {
            feeds.writeFlat(pipeline.inbox());
            ReferenceNights reference = new ReferenceNights(RATE_CARD, ZoneOffset.UTC);
            feeds.days().forEach(day -> reference.night(day, pipeline.inbox()));
            assertThat(pipeline.run("nightly", "--from", FROM.toString(), "--to", TO.toString())
                            .status())
                    .isZero();
            agree(pipeline, reference, feeds.days());
        }
    }

    private static RandomFeeds feeds(int claims) {
        long seed = Long.getLong("cpor.seed", 20261120L);
        System.out.println("Random feeds of seed " + seed + "; set another with -Dcpor.seed.");
        return new RandomFeeds(new RandomFeeds.Plan(seed, claims, FROM, TO, RATE_CARD, false));
    }

    private static void agree(Sandbox pipeline, ReferenceNights reference, List<LocalDate> days) throws IOException {
        assertThat(new Differences(5, reference::feedLog)
                        .between(
                                reference.claimsCsv(),
                                pipeline.run("claims", "list", "--format", "csv")
                                        .lines()))
                .isEmpty();
        Map<String, List<ClaimHistory.Entry>> histories = pipeline.histories();
        for (Map.Entry<String, List<ClaimHistory.Entry>> claim : histories.entrySet()) {
            assertThat(claim.getValue().stream()
                            .map(ClaimHistory.Entry::version)
                            .toList())
                    .isEqualTo(Stream.iterate(1, n -> n + 1)
                            .limit(claim.getValue().size())
                            .toList());
            assertThat(claim.getValue().stream().map(PipelineAgreesTest::told))
                    .as(() -> claim.getKey() + "\n" + String.join("\n", reference.feedLog(claim.getKey())))
                    .containsExactlyInAnyOrderElementsOf(reference.history(claim.getKey()).stream()
                            .map(PipelineAgreesTest::told)
                            .toList());
        }
        assertThat(earnings(pipeline.out())).containsExactlyInAnyOrderElementsOf(earnings(reference));
        assertThat(earnings(reference)).isNotEmpty();
        for (LocalDate day : days) {
            assertThat(rejects(pipeline.out().resolve("runs/" + day + "/rejects.csv")))
                    .as("rejects of " + day)
                    .isEqualTo(new TreeSet<>(reference.rejects(day).stream()
                            .map(reject -> reject.file() + ":" + reject.line())
                            .toList()));
        }
        assertThat(pipeline.run(
                        "payout", "verify", pipeline.out().resolve("payout").toString()))
                .matches(said -> said.status() == 0, "whole");
    }

    private static String told(ReferenceHistory row) {
        String[] state = row.state().split(" ");
        return "%s %s %s %s %s %s"
                .formatted(
                        KINDS.getOrDefault(row.kind(), row.kind()),
                        reasons(row),
                        row.night(),
                        state[0],
                        state[2],
                        state[3]);
    }

    /** The pipeline keeps the detail of a withdrawal, and why a line of an eligible claim earns nothing, beside the reason. */
    private static String reasons(ReferenceHistory row) {
        return switch (row.kind()) {
            case "CLAIM_WITHDRAWN" -> "PARTNER_REQUEST";
            case "HANDED_OFF" -> row.state().endsWith(" ELIGIBLE") ? "" : String.join(";", row.reasons());
            default -> String.join(";", row.reasons());
        };
    }

    private static String told(ClaimHistory.Entry entry) {
        return "%s %s %s %s %s %s"
                .formatted(
                        entry.kind(),
                        entry.reason() == null ? "" : entry.reason(),
                        entry.businessDate(),
                        entry.status(),
                        entry.consent(),
                        entry.incentive());
    }

    private static List<String> earnings(ReferenceNights reference) {
        return reference.earnings().stream()
                .map(earning -> String.join(
                        "|",
                        earning.earningId(),
                        earning.program(),
                        earning.lever(),
                        earning.earningType(),
                        earning.rate().toPlainString(),
                        earning.amount().toPlainString(),
                        earning.currency(),
                        earning.exchangeRate().stripTrailingZeros().toPlainString(),
                        earning.exchangeRateDate().toString(),
                        earning.usd().toPlainString(),
                        earning.earningDate().toString()))
                .toList();
    }

    private static List<String> earnings(Path out) throws IOException {
        List<String> earnings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(out.resolve("payout"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                for (Map<String, String> row : rows(file)) {
                    earnings.add(String.join(
                            "|",
                            row.get("earningId"),
                            row.get("programName"),
                            row.get("lever"),
                            row.get("earningType"),
                            row.get("earningRate"),
                            row.get("earningAmount"),
                            row.get("earningCurrency"),
                            row.get("earningExchangeRate"),
                            row.get("exchangeRateDate"),
                            row.get("earningAmountUSD"),
                            row.get("earningDate")));
                }
            }
        }
        return earnings;
    }

    private static TreeSet<String> rejects(Path file) throws IOException {
        TreeSet<String> rejects = new TreeSet<>();
        rows(file).forEach(row -> rejects.add(row.get("file") + ":" + row.get("line")));
        return rejects;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<CsvText.Record> records;
        try {
            records = CsvText.parse(Files.readString(file).getBytes(StandardCharsets.UTF_8));
        } catch (CsvText.Unreadable e) {
            throw new IOException(e);
        }
        List<String> header = records.get(0).fields();
        return records.stream()
                .skip(1)
                .map(record -> {
                    Map<String, String> row = new TreeMap<>();
                    for (int i = 0; i < header.size(); i++) {
                        row.put(header.get(i), record.fields().get(i));
                    }
                    return row;
                })
                .toList();
    }
}
