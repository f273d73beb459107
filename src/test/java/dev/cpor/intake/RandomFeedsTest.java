package dev.cpor.intake;

import static dev.cpor.intake.FeedSamples.CALENDAR;
import static dev.cpor.intake.FeedSamples.aRowOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.intake.Inspection.Readable;
import dev.cpor.intake.Inspection.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomFeedsTest {
    private static final List<String> PIECES = List.of(
            "",
            "0",
            "-1",
            "1e9",
            "9999999999999999999",
            "OSU",
            "OSU;",
            "true",
            "COMMENTED",
            "CLAIM_EDITED",
            "POE_UPLOADED",
            "INFORMATION_REQUESTED",
            "CLAIM_WITHDRAWN",
            "PARTNER",
            "REVIEWER",
            "remove_line",
            "MISSING_PRODUCTS",
            "EUR",
            "2026-11-20",
            "2026-11-20T08:30Z",
            "-999999999-01-01T00:00:00+18:00",
            "+999999999-12-31T23:59:59-18:00",
            "\0",
            "%s%n",
            "😀",
            "\r\n",
            "\"",
            ",",
            ";",
            "x".repeat(4_001));

    @TempDir
    Path folder;

    private Random random = new Random();

    @BeforeEach
    void printSeed() {
        long seed = System.nanoTime();
        System.out.println("RandomFeedsTest seed " + seed);
        random = new Random(seed);
    }

    @Test
    void everyRowIsReadOrRefused() {
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            Feed feed = Feed.values()[random.nextInt(Feed.values().length)];
            FeedSamples.Sample row = aRowOf(feed);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                Column column = feed.columns().get(random.nextInt(feed.columns().size()));
                row = row.with(column.name(), PIECES.get(random.nextInt(PIECES.size())));
            }
            Parsed parsed = row.read();
            assertThat(parsed).isNotNull();
            if (parsed instanceof Parsed.Row) {
                read++;
            } else if (parsed instanceof Parsed.Bad bad) {
                assertThat(bad.refusal().message()).endsWith(".").doesNotContain("\n", "\r", "\0");
            }
        }
        assertThat(read).isBetween(5_000, 19_800);
    }

    @Test
    void rowsSurviveTheirWayThroughAFile() {
        for (int i = 0; i < 100; i++) {
            List<List<String>> rows = new ArrayList<>();
            for (int row = random.nextInt(20); row >= 0; row--) {
                rows.add(List.of("k", piece(), piece() + piece(), "x" + piece()));
            }
            String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
            String content = rows.stream()
                    .map(Feed.CUSTOMERS::csv)
                    .collect(Collectors.joining(lineEnd, FeedSamples.CUSTOMERS_HEADER + lineEnd, ""));
            FeedFile file = FeedSamples.write(folder, "customers-1.csv", content);

            assertThat(FeedSamples.rowsOf(file, 0)).extracting(FeedRow::fields).isEqualTo(rows);
        }
    }

    @Test
    void everyFileIsReadOrRefused() {
        byte[] good = ("event_id,claim_id,occurred_at,type,actor_role,actor,comment\r\n"
                        + "e-1,C-1,2026-11-03T09:00:00Z,COMMENTED,PARTNER,anna,\"a,\"\"b\"\"\r\nö😀\"\r\n".repeat(20))
                .getBytes(StandardCharsets.UTF_8);
        int readable = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] content = good.clone();
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(content.length);
                content[at] =
                        random.nextBoolean() ? (byte) ",\"\n\r;e1".charAt(random.nextInt(7)) : (byte) random.nextInt();
            }
            FeedFile file = FeedSamples.write(folder, "events-1.csv", content);
            Inspection inspection = file.inspect(CALENDAR);
            if (inspection instanceof Readable found) {
                readable++;
                List<FeedRow> rows = FeedSamples.rowsOf(file, 0);
                assertThat(rows).hasSize((int) found.rows());
                assertThat(rows.stream().map(row -> RowReading.read(Feed.EVENTS, row, CALENDAR)))
                        .doesNotContainNull();
            } else if (inspection instanceof Unreadable refused) {
                assertThat(refused.sha256()).hasSize(64);
                assertThat(refused.message())
                        .startsWith("events-1.csv: ")
                        .endsWith(".")
                        .doesNotContain("cannot be read (");
            }
        }
        assertThat(readable).isBetween(300, 970);
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
