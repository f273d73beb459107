package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.OpenDatabase;
import dev.cpor.cli.Sandbox;
import dev.cpor.cli.Sandbox.Said;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.job.payout.DatabaseExtracts;
import dev.cpor.payout.verify.Discrepancy;
import dev.cpor.payout.verify.Forger;
import dev.cpor.payout.verify.PayoutVerification;
import dev.cpor.payout.verify.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** Files and database are compared: what one of them lacks, or has otherwise, is found and named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
class AgainstDatabaseTest {
    @SuppressWarnings("NullAway.Init")
    private SignedNights nights;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private OpenDatabase database;

    @SuppressWarnings("NullAway.Init")
    private Sandbox.Beans beans;

    @BeforeAll
    void runNights(@TempDir Path temp) {
        nights = SignedNights.in(temp);
        sandbox = nights.sandbox();
        database = sandbox.open();
        beans = sandbox.beans();
    }

    @AfterAll
    void close() {
        beans.close();
        database.close();
        sandbox.close();
    }

    @Test
    void theyAgreeAndTheSumsAreTold() {
        Said said = sandbox.run(
                "payout",
                "verify",
                nights.payout().toString(),
                "--against",
                "--key",
                nights.publicKey().toString());

        assertThat(said.status()).as(said.out()).isZero();
        assertThat(said.lines().stream().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        nights.payout() + " is whole: bytes, totals, sequence and chain agree.",
                        " nights | 2",
                        " extracts | " + nights.csvs().size(),
                        " valid signatures | " + (nights.csvs().size() + 2),
                        " rows | " + database.number("select count(*) from earning"),
                        " rows equal in the database | " + database.number("select count(*) from earning"),
                        " all of it in USD | "
                                + database.rows("select sum(amount_usd) from earning")
                                        .get(0),
                        " handed-off claims accounted for | "
                                + database.number("select count(*) from claim where incentive <> 'NOT_ASSESSED'"));
        assertThat(database.number("select count(*) from claim where incentive = 'INELIGIBLE'"))
                .as("there are claims to account for that earned nothing")
                .isPositive();
    }

    /** Each statement changes the last extract's first row, or what belongs to it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            earning set partner_name = 'Somebody'  | partner_name | FILE, line 2: the participantName is WAS, the database has Somebody.
            earning set amount_usd = amount_usd + 1| amount_usd   | FILE, line 2: the earningAmountUSD is WAS, the database has
            earning set rule_name = 'Another'      | rule_name    | FILE, line 2: the ruleName is WAS, the database has Another.
            earning set lever = '=1+1'             | lever        | FILE, line 2: the lever is WAS, the database has '=1+1.
            earning set extract = null             | earning_id   | FILE, line 2: the database has no earning WAS in this extract.
            earning set extract = null             | earning_id   | database: the earning WAS is in no extract, expected was one
            earning set run = 1, n = 1             | earning_id   | database: the earning WAS belongs to no hand-off
            earning set line_no = 77               | amount       | database: the claim CLAIM has for line LINE no earning, expected was what its history says: earns
            earning set amount = amount + 1        | amount       | database: the claim CLAIM has for line LINE an earning of
            """)
    void aRowThatDiffersIsNamed(String change, String column, String expected) {
        String file = last();
        String id = Extracts.below(folderOf(file)).ids().get(0);
        List<String> about = database.rows("select earning_id, claim_id, line_no, " + column
                + " from earning join claim on claim.id = claim where earning_id = '" + id + "'");
        String[] fields = about.get(0).split("\\|");
        List<String> row = database.rows("select extract, run, n, line_no, amount, amount_usd, hex(partner_name),"
                + " hex(rule_name), hex(lever) from earning where earning_id = '" + id + "'");
        String[] before = row.get(0).split("\\|");
        database.change("update " + change + " where earning_id = '" + id + "'");
        try {
            assertThat(against(nights.payout())).anySatisfy(line -> assertThat(line)
                    .startsWith(expected.replace("FILE", file)
                            .replace("WAS", fields[3])
                            .replace("CLAIM", fields[1])
                            .replace("LINE", fields[2])));
        } finally {
            database.change(
                    "update earning set extract = %s, run = %s, n = %s, line_no = %s, amount = %s, amount_usd = %s,"
                                    .formatted((Object[]) before)
                            + " partner_name = unhex('%s'), rule_name = unhex('%s'), lever = unhex('%s') where earning_id = '%s'"
                                    .formatted(before[6], before[7], before[8], id));
        }
    }

    @Test
    void anEarningThatIsGoneFromTheDatabaseIsNamed() {
        String id = Extracts.below(folderOf(last())).ids().get(0);
        String columns = String.join(
                ", ",
                database.rows("select column_name from information_schema.columns where table_schema = database()"
                        + " and table_name = 'earning' and is_generated = 'NEVER'"));
        database.change("create table kept as select " + columns + " from earning where earning_id = '" + id + "'");
        database.change("delete from earning where earning_id = '" + id + "'");
        try {
            assertThat(against(nights.payout()))
                    .contains(last() + ", line 2: the database has no earning " + id + " in this extract.");
        } finally {
            database.change("insert into earning (" + columns + ") select * from kept");
            database.change("drop table kept");
        }
    }

    @Test
    void aClaimLineThatNobodyAccountedForIsNamed() {
        String claim = database.rows("select claim_id from claim where incentive = 'ELIGIBLE' limit 1")
                .get(0);
        database.change(
                "insert into claim_line select claim, 78, removed, solution_area, product, subscription_id, workload,"
                        + " channel, subscription_state, seats, monthly_active_users, annual_revenue, currency from claim_line"
                        + " join claim on claim.id = claim where claim_id = '" + claim + "' limit 1");
        try {
            assertThat(against(nights.payout()))
                    .containsExactly("database: the claim " + claim
                            + " has for line 78 neither an earning nor a reason why it earns nothing.");
        } finally {
            database.change("delete from claim_line where line_no = 78");
        }
    }

    @Test
    void anExtractThatIsNotNotedAsWrittenIsNamed() {
        database.change("insert into payout_extract (program, sequence, business_date, run, ruleset) select 'OSA', 99,"
                + " '2026-12-24', run, ruleset from payout_extract limit 1");
        try {
            assertThat(against(nights.payout()))
                    .containsExactly(
                            "2026-12-24/payout-OSA-2026-12-24-000099.csv: the database has the extract, but does not"
                                    + " say that it is written; run that night again.");
        } finally {
            database.change("delete from payout_extract where sequence = 99");
        }
    }

    /** The files alone agree: all of it was written anew. */
    @Test
    void aChainThatWasForgedFromEndToEndIsFound(@TempDir Path temp) throws IOException {
        Path forged = nights.copy(temp.resolve("payout"));
        Path csv = forged.resolve(last());
        String text = Files.readString(csv);
        String partner = text.lines().skip(1).findFirst().orElseThrow().split(",")[1];
        Files.writeString(csv, text.replaceFirst("," + partner + ",MPN", ",666,MPN"));
        Forger.mendChains(forged, SignedNights.DATES);

        assertThat(alone(forged)).as("the files alone agree").isEmpty();
        assertThat(against(forged))
                .contains(last() + ", line 2: the participantId is 666, the database has " + partner + ".")
                .anySatisfy(line -> assertThat(line)
                        .startsWith(last().replace(".csv", ".manifest.json") + ": its SHA-256 is ")
                        .contains(", the database says "))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2026-11-20/control.json: its SHA-256 is ")
                        .contains(", the database says "));
        Said withKey = sandbox.run(
                "payout",
                "verify",
                forged.toString(),
                "--key",
                nights.publicKey().toString());
        assertThat(withKey.status()).isEqualTo(1);
        assertThat(withKey.lines()).anySatisfy(line -> assertThat(line).contains("it is no signature of"));
    }

    @Test
    void aNewestNightThatWasTakenAwayIsFound(@TempDir Path temp) throws IOException {
        Path cut = nights.copy(temp.resolve("payout"));
        FileSystemUtils.deleteRecursively(cut.resolve("2026-11-20"));

        assertThat(alone(cut)).as("the files alone agree").isEmpty();
        assertThat(against(cut))
                .contains(
                        last() + ": the database has delivered it, but it is not here.",
                        "2026-11-20/control.json: the database has delivered it, but it is not here.");
    }

    @Test
    void aNightThatTheDatabaseDoesNotKnowIsFound(@TempDir Path temp) throws IOException {
        Path more = nights.copy(temp.resolve("payout"));
        Files.createDirectories(more.resolve("2026-11-21"));
        Files.copy(more.resolve("2026-11-20/control.json"), more.resolve("2026-11-21/control.json"));

        assertThat(against(more)).contains("2026-11-21/control.json: the database knows no such night.");
    }

    /** Returns the last CSV, relative to the payout folder. */
    private String last() {
        List<Path> csvs = nights.csvs();
        return csvs.get(csvs.size() - 1).toString();
    }

    private Path folderOf(String csv) {
        return Objects.requireNonNull(nights.payout().resolve(csv).getParent());
    }

    private static List<String> alone(Path folder) {
        return sentences(PayoutVerification.verify(folder, CurrencyRules.iso4217()));
    }

    private List<String> against(Path folder) {
        return sentences(PayoutVerification.verify(
                folder, CurrencyRules.iso4217(), List.of(), beans.get(DatabaseExtracts.class)));
    }

    private static List<String> sentences(Verified verified) {
        return verified.discrepancies().stream().map(Discrepancy::sentence).toList();
    }
}
