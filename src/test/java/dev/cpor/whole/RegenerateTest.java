package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cpor.cli.FolderTexts;
import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.payout.Regenerating;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Past extracts are produced again, whatever has changed since. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
class RegenerateTest {
    @SuppressWarnings("NullAway.Init")
    private SignedNights nights;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private OpenDatabase database;

    @SuppressWarnings("NullAway.Init")
    private Sandbox.Beans beans;

    @BeforeAll
    void runNightsAndChangeTheWorld(@TempDir Path temp) throws IOException {
        nights = SignedNights.in(temp);
        sandbox = nights.sandbox();
        database = sandbox.open();
        database.change("update partner set name = concat('New ', name), country = 'ZZ', currency = 'CHF'");
        database.change("update customer set name = 'Somebody else', country = 'ZZ'");
        database.change("update exchange_rate set usd_rate = usd_rate * 2");
        database.change("update claim_line set product = 'Other' where product is not null");
        Path rateCard = sandbox.rules().resolve("incentive/rate-card.csv");
        Files.writeString(
                rateCard, Files.readString(rateCard).lines().findFirst().orElseThrow() + "\n");
        sandbox.nightly("chunk: 1");
        beans = sandbox.beans();
    }

    @AfterAll
    void close() {
        beans.close();
        database.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"ar, EG, Pacific/Kiritimati", "tr, TR, America/St_Johns"})
    void theyHaveTheSameBytesInAnotherPlace(String language, String country, String zone, @TempDir Path temp)
            throws IOException, InterruptedException {
        Path into = temp.resolve("payout");
        ProcessBuilder program = sandbox.process("payout", "regenerate", "--all", "--into", into.toString());
        program.command()
                .addAll(
                        1,
                        List.of(
                                "-Duser.language=" + language,
                                "-Duser.country=" + country,
                                "-Duser.timezone=" + zone,
                                "-Dfile.encoding=ISO-8859-1"));
        Process process = program.redirectErrorStream(true)
                .redirectOutput(temp.resolve("said").toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(temp.resolve("said"))).isZero();
        assertThat(FolderTexts.below(into)).isEqualTo(unsigned());
    }

    @Test
    void oneIsProducedWithItsManifestAndASecondTimeLeftAsItIs(@TempDir Path temp) {
        Path csv = nights.csvs().get(0);
        String name = csv.getFileName().toString();

        Said said =
                sandbox.run("payout", "regenerate", nights.payout().resolve(csv).toString(), "--into", temp.toString());

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).startsWith(name + ": ").endsWith(", as it was delivered.\n");
        assertThat(FolderTexts.below(temp))
                .isEqualTo(only(csv.toString(), csv.toString().replace(".csv", ".manifest.json")));
        beans.get(Regenerating.class).one(name.replace(".csv", ".manifest.json"), temp);
        assertThat(FolderTexts.below(temp)).hasSize(2);
    }

    @Test
    void aFileThatIsThereWithOtherBytesIsNeverOverwritten(@TempDir Path temp) throws IOException {
        Path csv = nights.csvs().get(0);
        Files.createDirectories(temp.resolve(csv).getParent());
        Files.writeString(temp.resolve(csv), "mine");

        assertThatThrownBy(() ->
                        beans.get(Regenerating.class).one(csv.getFileName().toString(), temp))
                .isInstanceOf(ClearFailure.class)
                .hasMessageContainingAll(csv.toString(), "is there already with other content");
        assertThat(FolderTexts.below(temp)).isEqualTo(Map.of(csv.toString(), "mine"));
    }

    @Test
    void whatTheDatabaseNoLongerHoldsIsNotProduced(@TempDir Path temp) {
        String id = Extracts.below(nights.payout()).ids().get(0);
        String before = database.rows("select hex(partner_name) from earning where earning_id = '" + id + "'")
                .get(0);
        database.change("update earning set partner_name = 'Somebody' where earning_id = '" + id + "'");
        try {
            assertThatThrownBy(() -> beans.get(Regenerating.class).all(temp, written -> {}))
                    .isInstanceOf(ClearFailure.class)
                    .hasMessageContainingAll("another content", "cpor payout verify DIR --against");
            assertThat(FolderTexts.below(temp).keySet()).noneMatch(name -> name.endsWith(".tmp"));
        } finally {
            database.change(
                    "update earning set partner_name = unhex('" + before + "') where earning_id = '" + id + "'");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notes.txt                        | notes.txt is not the name of an extract, which looks like payout-OSU-2026-11-20-000001.csv
            payout-OSU-2026-11-20-000077.csv | There is no extract payout-OSU-2026-11-20-000077.csv; see those that there are with: cpor payout list.
            """)
    void whatIsNoExtractIsSaidToBeNone(String name, String message, @TempDir Path temp) {
        assertThatThrownBy(() -> beans.get(Regenerating.class).one(name, temp))
                .isInstanceOf(ClearFailure.class)
                .hasMessageStartingWith(message);
        assertThat(FolderTexts.below(temp)).isEmpty();
    }

    private Map<String, String> unsigned() {
        Map<String, String> files = FolderTexts.below(nights.payout());
        files.keySet().removeIf(name -> name.endsWith(".sig"));
        return files;
    }

    private Map<String, String> only(String... names) {
        Map<String, String> files = new TreeMap<>(unsigned());
        files.keySet().retainAll(List.of(names));
        return files;
    }
}
