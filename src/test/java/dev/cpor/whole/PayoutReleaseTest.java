package dev.cpor.whole;

import static dev.cpor.whole.TwoExtracts.FIRST;
import static dev.cpor.whole.TwoExtracts.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.FolderTexts;
import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.payout.delivery.AnSftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Extracts that one person prepares and another releases, and what then arrives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
class PayoutReleaseTest {
    private static final String MANIFEST = FIRST.replace(".csv", ".manifest.json");

    private Sandbox sandbox;
    private OpenDatabase database;
    private ReleaseDesk desk;

    @BeforeAll
    void runsTwoNights(@TempDir Path folder) {
        sandbox = TwoExtracts.in(folder);
        database = sandbox.open();
        desk = new ReleaseDesk(sandbox, database);
    }

    @AfterAll
    void closes() {
        database.close();
        sandbox.close();
    }

    @BeforeEach
    void nothingIsReleased() throws IOException {
        database.change("delete from payout_release");
        FileSystemUtils.deleteRecursively(desk.delivery());
        sandbox.nightly("");
    }

    @Test
    void onePersonPreparesAndAnotherReleases() {
        assertThat(desk.waiting()).containsExactly(FIRST + ",2026-11-08,PREPARED", SECOND + ",2026-11-10,PREPARED");

        Said prepared = desk.release(FIRST, "  Anna  Arendt ");
        assertThat(prepared.status()).as(prepared.err()).isZero();
        assertThat(prepared.out())
                .isEqualTo(
                        "%s (SHA-256 %s) is prepared by Anna Arendt; a second person releases it with: cpor payout release %s --as NAME\n"
                                .formatted(FIRST, desk.csvSha256(), FIRST));
        assertThat(FolderTexts.below(desk.delivery())).isEmpty();
        assertThat(desk.waiting())
                .containsExactly(FIRST + ",2026-11-08,RELEASED,Anna Arendt", SECOND + ",2026-11-10,PREPARED");

        for (String same : List.of("Anna Arendt", "anna ARENDT ", "Anna\u00A0Arendt")) {
            assertFailed(
                    desk.release(FIRST, same), "Anna Arendt prepared " + FIRST + " and cannot release it as well;");
        }
        assertFailed(desk.release(FIRST, "  "), "The name \"\" is empty");

        Said released = desk.release(desk.path(FIRST).toString(), "Otto");
        assertThat(released.status()).as(released.err()).isZero();
        assertThat(released.out())
                .isEqualTo("%s (SHA-256 %s), prepared by Anna Arendt, is released by Otto and delivered to %s.\n"
                        .formatted(FIRST, desk.csvSha256(), desk.delivery()));
        assertThat(FolderTexts.below(desk.delivery())).isEqualTo(desk.files(FIRST, MANIFEST));
        assertThat(FolderTexts.below(sandbox.out().resolve("payout"))).isEqualTo(desk.payout());
        assertThat(database.rows("select steps, prepared_by, released_by, to_be_sent, csv_sha256 from payout_release"))
                .containsExactly("2|Anna Arendt|Otto|0|" + desk.csvSha256());
        assertThat(desk.waiting()).containsExactly(SECOND + ",2026-11-10,PREPARED");
        assertThat(sandbox.run("payout", "list", "--format", "csv").lines())
                .element(1)
                .asString()
                .matches(FIRST + ",2026-11-08,OSU,1,4,0,USD,.*,Anna Arendt,20[^,]*Z,Otto,20[^,]*Z");
    }

    @Test
    void theSameReleaseAgainIsHarmless() throws IOException {
        desk.released();
        List<String> noted = database.rows("select * from payout_release");
        Files.delete(desk.delivery().resolve(FIRST)); // Finance has taken it.

        for (String anybody : List.of("Otto", "Anna", "Berta")) {
            Said again = desk.release(FIRST, anybody);
            assertThat(again.status()).as(again.err()).isZero();
            assertThat(again.out())
                    .matches(FIRST
                            + " was released by Otto at 20\\S*Z and is delivered to .*; there is nothing to do\\.\n");
        }
        assertThat(FolderTexts.below(desk.delivery())).isEqualTo(desk.files(MANIFEST));
        assertThat(database.rows("select * from payout_release")).isEqualTo(noted);
    }

    @Test
    void onePersonIsEnoughWhereTheSettingsSaySo() {
        assertThat(desk.release(SECOND, "Anna").status()).isZero();
        sandbox.nightly("payout: { releaseSteps: 1 }");

        assertThat(desk.release(FIRST, "Anna").out()).contains(") is released by Anna and delivered to ");
        assertThat(desk.release(SECOND, "anna").out())
                .contains(", prepared by Anna, is released by anna and delivered to ");

        assertThat(database.rows("select steps, prepared_by, released_by from payout_release order by extract"))
                .containsExactly("1|null|Anna", "1|Anna|anna");
        assertThat(FolderTexts.below(desk.delivery())).hasSize(4);
    }

    @Test
    void anExtractMayGoBeforeTheOneBeforeItAndThatIsSaid() {
        assertThat(desk.release(SECOND, "Anna").sentences())
                .containsExactly(FIRST + ", which comes before it, is not released yet.");
        assertThat(desk.release(SECOND, "Otto").sentences())
                .containsExactly(FIRST + ", which comes before it, is not released yet.");
        desk.released();
        assertThat(desk.release(SECOND, "Otto").sentences()).isEmpty();
    }

    @Test
    void otherBytesThanTheNightWroteAreNotReleased() throws IOException {
        Path copies = Files.createDirectories(sandbox.folder().resolve("copies/payout/2026-11-08"));
        FileSystemUtils.copyRecursively(Objects.requireNonNull(desk.path(FIRST).getParent()), copies);
        Path csv = copies.resolve(FIRST);
        Files.writeString(csv, Files.readString(csv).replace("Lakeside", "Seaside"));

        assertFailed(
                desk.release(csv.toString(), "Anna"),
                "is not what the night wrote (SHA-256 " + desk.csvSha256()
                        + "), so it is not released; see what is wrong with: cpor payout verify "
                        + sandbox.folder().resolve("copies/payout"));
        Files.copy(desk.path(FIRST), csv, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(copies.resolve(MANIFEST));
        assertFailed(desk.release(csv.toString(), "Anna"), MANIFEST + " cannot be read");
        assertThat(database.number("select count(*) from payout_release")).isZero();

        Files.copy(desk.path(MANIFEST), copies.resolve(MANIFEST));
        assertThat(desk.release(csv.toString(), "Anna").status()).isZero();
        Files.writeString(copies.resolve(MANIFEST), "{}\n");
        assertFailed(desk.release(csv.toString(), "Otto"), "is not what the night wrote");
        assertThat(database.number("select count(*) from payout_release where released_by is null"))
                .isEqualTo(1);
        assertThat(FolderTexts.below(desk.delivery())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "a part", "the CSV", "all but the note"})
    void aDeliveryThatWasKilledIsCompletedByTheSameCommand(String arrived) throws IOException {
        desk.released();
        Map<String, String> whole = FolderTexts.below(desk.delivery());
        database.change("update payout_release set copied_at = null");
        if (!arrived.equals("all but the note")) {
            Files.delete(desk.delivery().resolve(MANIFEST));
        }
        if (arrived.equals("nothing") || arrived.equals("a part")) {
            Files.delete(desk.delivery().resolve(FIRST));
        }
        if (arrived.equals("a part")) {
            Files.writeString(desk.delivery().resolve("." + FIRST + ".0.tmp"), "earningId,");
        }
        assertThat(desk.waiting()).element(0).asString().startsWith(FIRST + ",2026-11-08,DELIVERED,Anna,");

        Said again = desk.release(FIRST, "Otto");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).matches(FIRST + " was released by Otto at 20\\S*Z; it is now delivered to .*\\.\n");
        assertThat(FolderTexts.below(desk.delivery())).isEqualTo(whole);
        assertThat(database.number("select count(*) from payout_release where copied_at is null"))
                .isZero();
    }

    @Test
    void aSignatureGoesAlong() throws IOException {
        Path signature = desk.path(MANIFEST + ".sig");
        String line = "A".repeat(86) + "==\n";
        Files.writeString(signature, line);
        try {
            desk.released();
            assertThat(FolderTexts.below(desk.delivery()))
                    .containsEntry(MANIFEST + ".sig", line)
                    .hasSize(3);
        } finally {
            Files.delete(signature);
        }
    }

    @Test
    void whatIsNoSignatureDoesNotGoAlong() throws IOException {
        Path signature = desk.path(MANIFEST + ".sig");
        Files.writeString(signature, "anything");
        try {
            assertFailed(
                    desk.release(FIRST, "Anna"),
                    "The file %s is no signature, so nothing is released with it;".formatted(signature));
            assertThat(database.number("select count(*) from payout_release")).isZero();
        } finally {
            Files.delete(signature);
        }
    }

    @Test
    void ofTwoPersonsAtTheSameTimeOneIsTold() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Said> otto = () -> desk.release(FIRST, "Otto");
            Callable<Said> berta = () -> desk.release(FIRST, "Berta");
            for (Future<Said> said : two.invokeAll(List.of(otto, berta))) {
                assertThat(said.get().status()).as(said.get().err()).isBetween(0, 1);
            }
        } finally {
            two.shutdown();
        }
        // Either one was told that the other was quicker, or the second call released what the first had prepared.
        assertThat(database.number("select count(*) from payout_release")).isEqualTo(1);
        assertThat(database.rows("select count(*) from payout_release where released_by = prepared_by"))
                .containsExactly("0");
        assertThat(FolderTexts.below(desk.delivery()).size()).isIn(0, 2);
    }

    @Test
    void badInputIsOneClearSentence() {
        assertFailed(
                desk.release("payout-OSU-2026-11-08-000007.csv", "Anna"),
                "No night has written payout-OSU-2026-11-08-000007.csv;");
        assertFailed(desk.release("payout-OSU-2026-11-09-000001.csv", "Anna"), "No night has written");
        assertFailed(
                desk.release("extract.csv", "Anna"), "extract.csv is not the name of an extract, which looks like");
        assertFailed(desk.release(MANIFEST, "Anna"), MANIFEST + " is a manifest; name its CSV, " + FIRST);
        assertThat(sandbox.run("payout", "release", FIRST).status()).isEqualTo(2);
        assertThat(sandbox.run("payout", "release", "--as", "Anna").status()).isEqualTo(2);
        sandbox.nightly(
                "payout: { delivery: { folder: %s } }".formatted(sandbox.out().resolve("payout/delivery")));
        assertFailed(desk.release(FIRST, "Anna"), "holds what nights wrote and nothing else;");
        assertThat(database.number("select count(*) from payout_release")).isZero();
    }

    @Test
    void aServerThatFailsIsToldAndTheNextCallCompletesTheDelivery(@TempDir Path temp) {
        try (AnSftpServer server = AnSftpServer.in(temp)) {
            desk.sftp(server, temp, "nowhere");
            assertThat(desk.release(FIRST, "Anna").status()).isZero();
            Said failed = desk.release(FIRST, "Otto");
            assertFailed(
                    failed,
                    FIRST
                            + " could not be sent to sftp://finance@127.0.0.1:%d/nowhere: there is no folder nowhere;"
                                    .formatted(server.port()));
            assertThat(desk.waiting()).element(0).asString().startsWith(FIRST + ",2026-11-08,DELIVERED,Anna,");
            assertThat(FolderTexts.below(desk.delivery())).isEqualTo(desk.files(FIRST, MANIFEST));

            desk.sftp(server, temp, "inbox");
            Said again = desk.release(FIRST, "Otto");
            assertThat(again.out())
                    .endsWith(" and sftp://finance@127.0.0.1:%d/inbox.\n".formatted(server.port()))
                    .contains("it is now delivered to ");
            assertThat(FolderTexts.below(server.inbox())).isEqualTo(desk.files(FIRST, MANIFEST));
            assertThat(desk.release(FIRST, "Otto").out()).contains("there is nothing to do");
            assertThat(database.number("select count(*) from payout_release where sent_at is not null"))
                    .isEqualTo(1);
        }
    }

    private static void assertFailed(Said said, String sentence) {
        assertThat(said.status()).as(said.err()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.sentences()).singleElement().asString().contains(sentence);
    }
}
