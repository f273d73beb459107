package dev.cpor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.domain.ClearFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlySettingsTest {
    @TempDir
    Path jobs;

    @Test
    void theFileThatShipsShowsTheDefaults() {
        assertThat(NightlySettings.read(Path.of("jobs"))).isEqualTo(NightlySettings.defaults());
    }

    @Test
    void theFileThatShipsShowsEveryKey() throws IOException {
        String text = Files.readString(Path.of("jobs", "nightly.yaml"));

        assertThat(Arrays.stream(NightlySettings.class.getRecordComponents()))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(text).containsPattern("(?m)^" + key.getName() + ":"));
    }

    @Test
    void aFileThatSetsNothingMeansTheDefaults() throws IOException {
        assertThat(read("")).isEqualTo(NightlySettings.defaults());
        assertThat(NightlySettings.defaults())
                .isEqualTo(new NightlySettings(
                        null,
                        2000,
                        2,
                        new InboxSettings(null),
                        List.of(),
                        RuleSetSource.FOLDER,
                        BrakeSettings.none(),
                        Duration.ofSeconds(10),
                        new LeaseSettings(Duration.ofSeconds(15), Duration.ofSeconds(5))));
    }

    @Test
    void everyKeyCanBeSet() throws IOException {
        assertThat(read("""
                                cron: 0 30 2 * * *
                                chunk: 7
                                partitions: 1
                                inbox: { processedFolder: /var/spool/done }
                                requiredFeeds: [ 'events-{date}*.csv' ]
                                ruleSets: released
                                brake: { rejectedPercent: 20, money: { USD: 2500.5 }, change: { handOffs: 300 } }
                                ruleTimeout: 500ms
                                lease: { heartbeat: 1s }
                                """))
                .isEqualTo(new NightlySettings(
                        "0 30 2 * * *",
                        7,
                        1,
                        new InboxSettings(Path.of("/var/spool/done")),
                        List.of(new RequiredFeed("events-{date}*.csv")),
                        RuleSetSource.RELEASED,
                        new BrakeSettings(
                                BigDecimal.valueOf(20),
                                Map.of("USD", new BigDecimal("2500.5")),
                                new BrakeSettings.Change(null, BigDecimal.valueOf(300), null)),
                        Duration.ofMillis(500),
                        new LeaseSettings(Duration.ofSeconds(15), Duration.ofSeconds(1))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    chunk: 0                         | 2:1: chunk is 0, but must be at least 1.
                    partitions: -1                   | 2:1: partitions is -1, but must be at least 1.
                    ruleTimeout: 0s                  | 2:1: ruleTimeout is 0s, but must be longer than nothing.
                    ruleTimeout: -1500ms             | 2:1: ruleTimeout is -1500ms, but must be longer than nothing.
                    cron: 30 2 * * *                 | 2:1: cron is "30 2 * * *", but must be six fields: second, minute, hour,
                    lease: { expiry: 6s }            | 2:10: expiry is 6s, but must be at least twice the heartbeat of 5s,
                    lease: { expiry: 31s }           | 2:10: expiry is 31s, but must be at most 30s,
                    lease: { heartbeat: 0s }         | 2:10: heartbeat is 0s, but must be longer than nothing.
                    lease: { heartbeats: 1s }        | 2:10: "heartbeats" is not a key; perhaps "heartbeat" is meant; valid here are expiry, heartbeat.
                    inbox: { processedFolder: " " }  | 2:10: processedFolder is empty, but must be a path, or null
                    requiredFeeds: [ "" ]            | 2:18: the required feed "" must be a pattern of file names without folders
                    requiredFeeds: [ "in/e*.csv" ]   | 2:18: the required feed "in/e*.csv" must be a pattern of file names
                    requiredFeeds: [ "e[.csv" ]      | 2:18: the required feed "e[.csv" is not a pattern (
                    ruleSets: draft                  | 2:1: "ruleSets" is "draft", but must be one of folder, released.
                    brake: { rejectedPercent: 101 }  | 2:10: rejectedPercent is 101, but must be a share of the open claims in percent
                    brake: { rejectedPercent: x }    | 2:10: "brake/rejectedPercent" must be a number, such as 20 or 2.5
                    brake: { rejectedPercent: .nan } | 2:10: "brake/rejectedPercent" must be a number, such as 20 or 2.5.
                    brake: { rejectedPercent: 1e1 }  | 2:10: rejectedPercent must be written out, without an exponent
                    brake: { money: { USD: 1e4 } }   | 2:19: USD must be written out, without an exponent and with at most 6 decimals,
                    brake: { change: { usd: 1e-9 } } | 2:20: usd must be written out, without an exponent
                    brake: { money: { USD: -1 } }    | 2:19: USD is -1, but must be at least 0
                    brake: { money: { DOLLAR: 1 } }  | 2:19: DOLLAR is no currency of ISO 4217; write a code such as USD
                    brake: { change: { usd: -1 } }   | 2:20: usd is -1, but must be at least 0
                    brake: { share: 1 }              | 2:10: "share" is not a key; valid here are rejectedPercent, money, change
                    zone: UTC                        | 2:1: "zone" is not a key; valid here are cron, chunk, partitions, inbox,
                    """)
    void refusesWhatNoNightCouldRunWith(String line, String message) {
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> read("# second line:\n" + line + "\n"))
                .withMessageStartingWith("%s:%s".formatted(jobs.resolve("nightly.yaml"), message));
    }

    private NightlySettings read(String text) throws IOException {
        Files.writeString(jobs.resolve("nightly.yaml"), text);
        return NightlySettings.read(jobs);
    }
}
