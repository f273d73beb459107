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
                        4000,
                        2,
                        7,
                        new InboxSettings(null),
                        List.of(),
                        RuleSetSource.FOLDER,
                        BrakeSettings.none(),
                        new CurrencySettings(Map.of(), null),
                        Duration.ofSeconds(10),
                        new LeaseSettings(Duration.ofSeconds(15), Duration.ofSeconds(5)),
                        new PayoutSettings(null, 2, new DeliverySettings(null, null)),
                        new RemoteSettings(null, 16, Duration.ofSeconds(10), Duration.ofMinutes(10))));
    }

    @Test
    void everyKeyCanBeSet() throws IOException {
        assertThat(read("""
                                cron: 0 30 2 * * *
                                chunk: 7
                                partitions: 1
                                sweepEvery: 30
                                inbox: { processedFolder: /var/spool/done }
                                requiredFeeds: [ 'events-{date}*.csv' ]
                                ruleSets: released
                                brake: { rejectedPercent: 20, money: { USD: 2500.5 }, change: { handOffs: 300 } }
                                currencies: { minorUnits: { ISK: 2, JPY: 0 }, maxRateAgeDays: 0 }
                                ruleTimeout: 500ms
                                lease: { heartbeat: 1s }
                                payout:
                                  signingKey: /etc/cpor/key.pem
                                  releaseSteps: 1
                                  delivery:
                                    folder: /var/spool/finance
                                    sftp:
                                      host: files.example.org
                                      port: 2222
                                      user: cpor
                                      passwordEnv: CPOR_SFTP_PASSWORD
                                      knownHosts: /etc/cpor/known_hosts
                                      folder: in box
                                remote:
                                  broker:
                                    addresses: [ 'broker.example.org:61616', '[::1]:61617' ]
                                    queue: claims
                                    tls:
                                      trustStore: /etc/cpor/trusted.p12
                                      trustStorePasswordEnv: TRUST
                                      keyStore: /etc/cpor/own.p12
                                      keyStorePasswordEnv: KEY
                                  partitions: 40
                                  patience: 1m
                                  pageTime: 1h
                                """))
                .isEqualTo(new NightlySettings(
                        "0 30 2 * * *",
                        7,
                        1,
                        30,
                        new InboxSettings(Path.of("/var/spool/done")),
                        List.of(new RequiredFeed("events-{date}*.csv")),
                        RuleSetSource.RELEASED,
                        new BrakeSettings(
                                BigDecimal.valueOf(20),
                                Map.of("USD", new BigDecimal("2500.5")),
                                new BrakeSettings.Change(null, BigDecimal.valueOf(300), null)),
                        new CurrencySettings(Map.of("ISK", 2, "JPY", 0), 0),
                        Duration.ofMillis(500),
                        new LeaseSettings(Duration.ofSeconds(15), Duration.ofSeconds(1)),
                        new PayoutSettings(
                                Path.of("/etc/cpor/key.pem"),
                                1,
                                new DeliverySettings(
                                        Path.of("/var/spool/finance"),
                                        new SftpSettings(
                                                "files.example.org",
                                                2222,
                                                "cpor",
                                                null,
                                                "CPOR_SFTP_PASSWORD",
                                                Path.of("/etc/cpor/known_hosts"),
                                                "in box"))),
                        new RemoteSettings(
                                new BrokerSettings(
                                        List.of(
                                                new BrokerAddress("broker.example.org", 61616),
                                                new BrokerAddress("::1", 61617)),
                                        "claims",
                                        new TlsSettings(
                                                Path.of("/etc/cpor/trusted.p12"),
                                                "TRUST",
                                                Path.of("/etc/cpor/own.p12"),
                                                "KEY")),
                                40,
                                Duration.ofMinutes(1),
                                Duration.ofHours(1))));
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
                    payout: { signingKey: "" }       | 2:11: signingKey is empty, but must be the path of a private key, or null
                    payout: { releaseSteps: 3 }      | 2:11: releaseSteps is 3, but must be 2, one person prepares and another releases, or 1.
                    payout: { release: 1 }           | 2:11: "release" is not a key; valid here are signingKey, releaseSteps,
                    payout: { delivery: { folder: "" } } | 2:23: folder is empty, but must be a path, or null for delivery in the folder of --out.
                    payout: { delivery: { sftp: { host: h, user: u, knownHosts: k } } } | 2:23: sftp must have either privateKeyFile, or passwordEnv
                    payout: { delivery: { sftp: { host: h, user: u, knownHosts: k, passwordEnv: A, privateKeyFile: b } } } | 2:23: sftp must have either
                    payout: { delivery: { sftp: { host: h, user: u, knownHosts: k, passwordEnv: "s3cr t" } } } | 2:64: passwordEnv must be the name of an environment variable that holds the password, such as CPOR_SFTP_PASSWORD.
                    payout: { delivery: { sftp: { host: h, user: u, passwordEnv: A } } } | 2:23: knownHosts is missing, but must be the file with the server's host key.
                    payout: { delivery: { sftp: { user: u, knownHosts: k, passwordEnv: A } } } | 2:23: host is missing, but must be
                    payout: { delivery: { sftp: { host: h, user: u, knownHosts: k, passwordEnv: A, port: 0 } } } | 2:80: port is 0, but must be from 1 to 65535.
                    payout: { delivery: { sftp: { host: h, user: " ", knownHosts: k, passwordEnv: A } } } | 2:40: user is empty, but must be the name to log in with.
                    currencies: { maxRateAgeDays: -1 }            | 2:15: maxRateAgeDays is -1, but must be at least 0.
                    currencies: { maxRateAgeDays: 1.5 }           | 2:15: "currencies/maxRateAgeDays" is "1.5", but must be a whole number
                    currencies: { minorUnits: { EURO: 2 } }       | 2:29: EURO is no currency of ISO 4217 that has minor units; write a code
                    currencies: { minorUnits: { XAU: 2 } }        | 2:29: XAU is no currency of ISO 4217 that has minor units
                    currencies: { minorUnits: { ISK: 5 } }        | 2:29: ISK has 5 minor units, but must have from 0 to 4.
                    currencies: { minorUnits: { ISK: -1 } }       | 2:29: ISK has -1 minor units, but must have from 0 to 4.
                    currencies: { minorUnits: { ISK: two } }      | 2:29: "currencies/minorUnits/ISK" must be a whole number
                    currencies: { minorUnits: { ISK: } }          | 2:29: "currencies/minorUnits/ISK" must be
                    currencies: { minorUnits: { USD: 3 } }        | 2:29: USD must be left out, because all amounts are told in its cents
                    currencies: { minorUnits: [ ISK ] }           | 2:15: "currencies/minorUnits" must be names with values
                    remote: { partitions: 0 }       | 2:11: partitions is 0, but must be at least 1.
                    remote: { patience: 0s }        | 2:11: patience is 0s, but must be longer than nothing.
                    remote: { worker: 1 }           | 2:11: "worker" is not a key; valid here are broker, partitions, patience, pageTime.
                    remote: { broker: {} }          | 2:11: addresses is missing, but must hold at least one, such as broker.example.org:61616.
                    remote: { broker: { addresses: [] } } | 2:21: addresses is empty, but must hold at least one
                    remote: { broker: { addresses: [ 'tcp://u:secret@b:1' ] } } | 2:34: a broker's address must be a host and a port and nothing else, such as
                    remote: { broker: { addresses: [ 'b:70000' ] } } | 2:34: the port 70000 of a broker must be from 1 to 65535.
                    remote: { broker: { addresses: [ 'b:1' ], queue: " " } } | 2:43: queue is empty, but must be the name of a queue
                    remote: { broker: { addresses: [ 'b:1' ], tls: { trustStorePasswordEnv: A } } } | 2:50: trustStorePasswordEnv is set, but trustStore is not; set both or neither.
                    remote: { broker: { addresses: [ 'b:1' ], tls: { keyStore: a, keyStorePasswordEnv: "s3cr t" } } } | 2:63: keyStorePasswordEnv must be the name of an environment variable
                    remote: { broker: { addresses: [ 'b:1' ], tls: { keyStore: "" } } } | 2:50: keyStore is empty, but must be the path of a store, or null.
                    currencies: { decimals: {} }                  | 2:15: "decimals" is not a key; valid here are minorUnits, maxRateAgeDays
                    zone: UTC                        | 2:1: "zone" is not a key; valid here are cron, chunk, partitions, sweepEvery, inbox,
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
