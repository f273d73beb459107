package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
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
        Files.writeString(rateCard, Files.readString(rateCard).lines().findFirst().orElseThrow() + "\n");
        sandbox.nightly("chunk: 1");
    }

    @AfterAll
    void close() {
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
        assertThat(SignedNights.files(into)).isEqualTo(unsigned());
        assertThat(sandbox.run("payout", "verify", into.toString(), "--against").status())
                .isZero();
    }

    @Test
    void oneIsProducedWithItsManifestAndASecondTimeLeftAsItIs(@TempDir Path temp) {
        String csv = nights.csvs().get(0).toString();

        Said said = regenerate(nights.payout().resolve(csv).toString(), temp);
        Said again = regenerate(nights.csvs().get(0).getFileName().toString(), temp);

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).startsWith(nights.csvs().get(0).getFileName() + ": ").endsWith(", as it was delivered.\n");
        assertThat(again).isEqualTo(said);
        assertThat(SignedNights.files(temp))
                .isEqualTo(only(csv, csv.replace(".csv", ".manifest.json")));
    }

    @Test
    void aFileThatIsThereWithOtherBytesIsNeverOverwritten(@TempDir Path temp) throws IOException {
        Path csv = nights.csvs().get(0);
        Files.createDirectories(temp.resolve(csv).getParent());
        Files.writeString(temp.resolve(csv), "mine");

        Said said = regenerate(csv.getFileName().toString(), temp);

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains(csv.toString(), "is there already with other content").hasLineCount(1);
        assertThat(SignedNights.files(temp)).isEqualTo(Map.of(csv.toString(), "mine"));
    }

    @Test
    void whatTheDatabaseNoLongerHoldsIsNotProduced(@TempDir Path temp) {
        Path csv = nights.csvs().get(0);
        String id = Extracts.below(nights.payout()).ids().get(0);
        String before = database.rows("select hex(partner_name) from earning where earning_id = '" + id + "'").get(0);
        database.change("update earning set partner_name = 'Somebody' where earning_id = '" + id + "'");
        try {
            Said said = regenerate("--all", temp);

            assertThat(said.status()).isEqualTo(1);
            assertThat(said.err()).contains("gives", "another content", "cpor payout verify DIR --against").hasLineCount(1);
            assertThat(SignedNights.files(temp).keySet()).noneMatch(name -> name.endsWith(".tmp"));
        } finally {
            database.change("update earning set partner_name = unhex('" + before + "') where earning_id = '" + id + "'");
        }
        assertThat(regenerate(csv.getFileName().toString(), temp).status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notes.txt                             | 1 | notes.txt is not the name of an extract, which looks like payout-OSU-2026-11-20-000001.csv
            payout-OSU-2026-11-20-000077.csv      | 1 | There is no extract payout-OSU-2026-11-20-000077.csv; see those that there are with: cpor payout list.
            payout-OSU-2026-11-20-000001.csv --all| 2 | Give either the name of an extract or --all
            ''                                    | 2 | Give either the name of an extract or --all
            """)
    void whatCannotBeMeantIsSaidInOneSentence(String words, int status, String message, @TempDir Path temp) {
        String[] given = words.isEmpty() ? new String[0] : words.split(" ");
        String[] all = new String[given.length + 4];
        System.arraycopy(new String[] {"payout", "regenerate", "--into", temp.toString()}, 0, all, 0, 4);
        System.arraycopy(given, 0, all, 4, given.length);

        Said said = sandbox.run(all);

        assertThat(said.status()).isEqualTo(status);
        assertThat(said.err()).startsWith(message).hasLineCount(1);
        assertThat(SignedNights.files(temp)).isEmpty();
    }

    private Said regenerate(String what, Path into) {
        return sandbox.run("payout", "regenerate", what, "--into", into.toString());
    }

    private Map<String, String> unsigned() {
        Map<String, String> files = SignedNights.files(nights.payout());
        files.keySet().removeIf(name -> name.endsWith(".sig"));
        return files;
    }

    private Map<String, String> only(String... names) {
        Map<String, String> files = new TreeMap<>(unsigned());
        files.keySet().retainAll(List.of(names));
        return files;
    }
}
