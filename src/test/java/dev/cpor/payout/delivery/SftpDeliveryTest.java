package dev.cpor.payout.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Program;
import dev.cpor.payout.Extract;
import dev.cpor.settings.SftpSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpDeliveryTest {
    private static final Extract EXTRACT = new Extract(Program.OSU, LocalDate.parse("2026-11-20"), 1);
    private static final String CSV = EXTRACT.fileName();
    private static final String MANIFEST = EXTRACT.manifestName();
    /** More than one packet, so that an order among packets can be seen. */
    private static final byte[] ROWS = "a row\r\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);

    private static final byte[] SUMS = "{}\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    private AnSftpServer server;
    private Path payout;

    @BeforeEach
    void writesAnExtract() throws IOException {
        server = AnSftpServer.in(temp.resolve("server"));
        payout = Files.createDirectories(temp.resolve("payout/2026-11-20"));
        Files.write(payout.resolve(CSV), ROWS);
        Files.write(payout.resolve(MANIFEST), SUMS);
    }

    @AfterEach
    void stops() {
        server.close();
    }

    @Test
    void theManifestIsThereAfterTheCsvAndEachOnlyWhenItIsWhole() throws IOException {
        Files.writeString(payout.resolve(MANIFEST + ".sig"), "A".repeat(86) + "==\n");

        withKey().deliver(files());

        assertThat(server.log().stream().map(SftpDeliveryTest::withoutAttempt))
                .containsExactly(
                        "wrote .CSV.tmp",
                        "renamed .CSV.tmp to CSV",
                        "wrote .MANIFEST.sig.tmp",
                        "renamed .MANIFEST.sig.tmp to MANIFEST.sig",
                        "wrote .MANIFEST.tmp",
                        "renamed .MANIFEST.tmp to MANIFEST");
        assertThat(names(server.inbox())).containsExactly(CSV, MANIFEST, MANIFEST + ".sig");
        assertThat(server.inbox().resolve(CSV)).hasBinaryContent(ROWS);
        assertThat(server.inbox().resolve(MANIFEST)).hasBinaryContent(SUMS);
    }

    @Test
    void whatIsThereWithTheSameBytesIsLeftAndWhatAKillLeftBehindIsRemoved() throws IOException {
        Files.write(server.inbox().resolve(CSV), ROWS);
        Files.writeString(server.inbox().resolve("." + MANIFEST + ".0.tmp"), "{");
        Files.writeString(server.inbox().resolve("." + MANIFEST + ".other"), "somebody's");

        withKey().deliver(files());
        withKey().deliver(files());

        assertThat(names(server.inbox())).containsExactly("." + MANIFEST + ".other", CSV, MANIFEST);
        assertThat(server.log())
                .doesNotContain("removed " + CSV)
                .filteredOn(one -> one.startsWith("renamed"))
                .hasSize(1);
    }

    @Test
    void aFileOfThatNameWithOtherBytesIsNeverReplaced() throws IOException {
        Files.writeString(server.inbox().resolve(CSV), "another");

        assertFails(
                withKey(), "The file " + CSV + " is on sftp://finance@127.0.0.1:" + server.port() + "/inbox already");
        assertThat(server.inbox().resolve(CSV)).hasContent("another");
        assertThat(names(server.inbox())).containsExactly(CSV);
    }

    @Test
    void bytesThatWereNotReleasedDoNotGetTheirName() throws IOException {
        List<ReleasedFile> released = files();
        Files.write(payout.resolve(CSV), "a row\r\n".repeat(20_001).getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> withKey().deliver(released))
                .withMessageContainingAll(
                        "is not what the night wrote", "cpor payout verify " + temp.resolve("payout"));
        assertThat(names(server.inbox())).isEmpty();
    }

    @Test
    void aPasswordComesFromTheEnvironment() {
        new SftpDelivery(
                        settings(null, "SECRET", hosts(), "inbox"),
                        name -> name.equals("SECRET") ? AnSftpServer.PASSWORD : null)
                .deliver(files());

        assertThat(names(server.inbox())).containsExactly(CSV, MANIFEST);
        SftpSettings settings = settings(null, "SECRET", hosts(), "inbox");
        assertFails(new SftpDelivery(settings, name -> null), "The environment variable SECRET, which passwordEnv");
        assertFails(new SftpDelivery(settings, name -> "wrong one"), "it refuses the password of finance;");
    }

    @Test
    void aServerWhoseKeyIsNotTheKnownOneGetsNothing() throws IOException {
        Path empty = Files.createFile(temp.resolve("empty"));
        Path key = server.privateKey(temp.resolve("key"));

        assertFails(
                delivery(settings(key, null, empty, "inbox")),
                "its host key is not in " + empty + ", so nobody vouches for it;");
        assertFails(
                delivery(settings(key, null, server.wrongHosts(temp.resolve("wrong")), "inbox")),
                "its host key is not the one in " + temp.resolve("wrong")
                        + ", so another server may have taken its place;");
        assertFails(
                delivery(settings(key, null, temp.resolve("none"), "inbox")), "which knownHosts in nightly.yaml names");
        assertThat(names(server.inbox())).isEmpty();
        assertThat(empty).isEmptyFile();
    }

    @Test
    void eachWayToFailIsOneClearSentence() throws IOException {
        Path key = server.privateKey(temp.resolve("key"));
        Path strange = AnSftpServer.strangeKey(temp.resolve("strange"));
        Path locked = server.lockedKey(temp.resolve("locked"), "a passphrase");
        Path damaged = Files.writeString(temp.resolve("damaged"), "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n");

        assertFails(delivery(settings(strange, null, hosts(), "inbox")), "it refuses the key of finance;");
        assertFails(delivery(settings(locked, null, hosts(), "inbox")), "is protected by a passphrase");
        assertFails(delivery(settings(damaged, null, hosts(), "inbox")), "could not be sent to");
        assertFails(
                delivery(settings(temp.resolve("none"), null, hosts(), "inbox")),
                "which privateKeyFile in nightly.yaml");
        assertFails(delivery(settings(key, null, hosts(), "out[b]*x")), "there is no folder out[b]*x;");
        Path hosts = hosts();
        int port = server.port();
        server.close();
        assertFails(
                delivery(new SftpSettings("127.0.0.1", port, AnSftpServer.USER, key, null, hosts, "inbox")),
                "it does not answer (Connection refused");
    }

    @Test
    void aFolderIsMeantLiterally() throws IOException {
        Path odd = Files.createDirectories(temp.resolve("server/a * or ? [b] \\ é"));

        delivery(settings(server.privateKey(temp.resolve("key")), null, hosts(), "/" + odd.getFileName()))
                .deliver(files());

        assertThat(names(odd)).containsExactly(CSV, MANIFEST);
    }

    private SftpDelivery withKey() {
        return delivery(settings(server.privateKey(temp.resolve("key")), null, hosts(), "inbox"));
    }

    private static SftpDelivery delivery(SftpSettings settings) {
        return new SftpDelivery(settings, name -> null);
    }

    private Path hosts() {
        return server.knownHosts(temp.resolve("hosts"));
    }

    private SftpSettings settings(@Nullable Path key, @Nullable String passwordEnv, Path knownHosts, String folder) {
        return new SftpSettings("127.0.0.1", server.port(), AnSftpServer.USER, key, passwordEnv, knownHosts, folder);
    }

    private List<ReleasedFile> files() {
        return ReleasedFile.of(payout, EXTRACT, Sha256.of(ROWS), Sha256.of(SUMS));
    }

    private void assertFails(SftpDelivery delivery, String sentence) {
        assertThatExceptionOfType(ClearFailure.class)
                .isThrownBy(() -> delivery.deliver(files()))
                .withMessageContaining(sentence)
                .satisfies(failure -> assertThat(failure.getMessage())
                        .doesNotContain(AnSftpServer.PASSWORD, "wrong one", "passphrase\"")
                        .endsWith(".")
                        .doesNotContain("\n"));
    }

    private static String withoutAttempt(String line) {
        return line.replaceAll("\\.[0-9a-f-]{36}\\.tmp", ".tmp")
                .replace(MANIFEST, "MANIFEST")
                .replace(CSV, "CSV");
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            String[] names = files.map(file -> file.getFileName().toString()).toArray(String[]::new);
            Arrays.sort(names);
            return List.of(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
