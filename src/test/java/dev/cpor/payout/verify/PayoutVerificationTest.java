package dev.cpor.payout.verify;

import static dev.cpor.payout.verify.APayoutFolder.FIRST;
<<<<<<< HEAD
import static dev.cpor.payout.verify.APayoutFolder.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
=======
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
>>>>>>> payout
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PayoutVerificationTest {
<<<<<<< HEAD
    private static final String CONTROL = "2026-11-20/control.json";

    @TempDir
    Path temp;

    /**
     * @param place what the discrepancy must name
     * @param what how it must describe it
     */
    private record Tampering(String name, Consumer<APayoutFolder> deed, String place, String what) {}

=======
    @TempDir
    Path temp;

>>>>>>> payout
    @Test
    void findsNothingInWhatWasWritten() {
        assertThat(APayoutFolder.in(temp).verify()).isEmpty();
    }

    @Test
    void findsNothingWhenTheChainsWereMendedAfterNothingChanged() {
        APayoutFolder folder = APayoutFolder.in(temp);
        folder.mendChains();
        assertThat(folder.verify()).isEmpty();
    }

    @Test
    void saysThatAMissingFolderIsMissing() {
        assertThat(PayoutVerification.verify(temp.resolve("nowhere")))
                .hasSize(1)
                .first()
                .asString()
                .contains("no such folder");
    }

    @Test
    void saysThatAnEmptyFolderIsNoPayoutFolder() {
        assertThat(PayoutVerification.verify(temp))
                .hasSize(1)
                .first()
                .asString()
                .contains("no payout folder");
    }

    @Test
    void saysOnlySoMuchOfAFileThatIsWrongInEveryLine() {
        APayoutFolder folder = APayoutFolder.in(temp);
        String row = "x".repeat(10) + "\r\n";
        folder.change(FIRST + ".csv", text -> text + row.repeat(1000));

        assertThat(folder.verify()).hasSizeLessThan(40).anySatisfy(one -> assertThat(one)
                .contains("more lines are wrong"));
    }

<<<<<<< HEAD
    @Test
    void eachSentenceIsOneLine() {
        for (Tampering tampering : tamperings()) {
            APayoutFolder folder =
                    APayoutFolder.in(temp.resolve(tampering.name().replace(' ', '-')));
            tampering.deed().accept(folder);
            assertThat(folder.verify())
                    .allSatisfy(sentence ->
                            assertThat(sentence).doesNotContain("\n", "\r").endsWith("."));
        }
    }

    @TestFactory
    Stream<DynamicTest> finds() {
        return tamperings().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    APayoutFolder folder =
                            APayoutFolder.in(temp.resolve(each.name().replace(' ', '-')));
                    each.deed().accept(folder);

                    assertThat(folder.verify()).as(each.name()).anySatisfy(sentence -> assertThat(sentence)
                            .startsWith(each.place())
                            .contains(each.what()));
                }));
    }

    private static List<Tampering> tamperings() {
        return Stream.of(files(), bytes(), rows(), amounts(), reversals(), chains())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Tampering> files() {
        return List.of(
                new Tampering("a CSV is gone", f -> f.delete(FIRST + ".csv"), FIRST + ".manifest.json", "is missing"),
                new Tampering(
                        "a manifest is gone",
                        f -> f.delete(FIRST + ".manifest.json"),
                        FIRST + ".csv",
                        "its manifest is missing"),
                new Tampering(
                        "a control file is gone", f -> f.delete(CONTROL), "2026-11-20:", "control.json is missing"),
                new Tampering(
                        "an extract is gone with its manifest",
                        f -> {
                            f.delete(FIRST + ".csv");
                            f.delete(FIRST + ".manifest.json");
                        },
                        SECOND,
                        "lacks the sequence 000001"),
                new Tampering(
                        "a temporary file is left over",
                        f -> f.write("2026-11-20/.payout.csv.1.tmp", ""),
                        "2026-11-20/.payout.csv.1.tmp",
                        "killed night"),
                new Tampering(
                        "a file does not belong in a night",
                        f -> f.write("2026-11-20/notes.txt", ""),
                        "2026-11-20/notes.txt",
                        "does not belong"),
                new Tampering(
                        "a file does not belong in the folder",
                        f -> f.write("notes.txt", ""),
                        "notes.txt",
                        "does not belong"),
                new Tampering(
                        "a folder is no date",
                        f -> f.write("2026-02-30/control.json", ""),
                        "2026-02-30",
                        "does not belong"),
                new Tampering(
                        "an extract is in another night",
                        f -> f.write("2026-11-21/payout-OSU-2026-11-20-000001.csv", ""),
                        "2026-11-21/payout",
                        "does not belong"));
    }

    private static List<Tampering> bytes() {
        return List.of(
                new Tampering(
                        "a name is changed",
                        f -> f.change(FIRST + ".csv", t -> t.replace("Contoso", "Kontoso")),
                        FIRST + ".csv",
                        "SHA-256"),
                new Tampering(
                        "a byte order mark is added",
                        f -> f.forge(FIRST, t -> "\uFEFF" + t),
                        FIRST + ".csv, line 1",
                        "byte order mark"),
                new Tampering(
                        "a line ends with LF",
                        f -> f.forge(FIRST, t -> t.replaceFirst("\r\n", "\n")),
                        FIRST + ".csv, line 1",
                        "CR LF"),
                new Tampering(
                        "a line ends with CR",
                        f -> f.forge(FIRST, t -> t.replaceFirst("\r\n", "\r")),
                        FIRST + ".csv, line 2",
                        "CR LF"),
                new Tampering(
                        "the last line end is cut off",
                        f -> f.forge(FIRST, t -> t.substring(0, t.length() - 2)),
                        FIRST + ".csv",
                        "does not end with CR LF"),
                new Tampering(
                        "the file is cut off",
                        f -> f.change(FIRST + ".csv", t -> t.substring(0, t.length() / 2)),
                        FIRST + ".csv",
                        "SHA-256"),
                new Tampering("the file is empty", f -> f.change(FIRST + ".csv", t -> ""), FIRST + ".csv", "is empty"),
                new Tampering(
                        "a quote never closes",
                        f -> f.forge(FIRST, t -> t.replace("C-3,", "\"C-3,")),
                        FIRST + ".csv, line",
                        "RFC 4180"),
                new Tampering(
                        "a quote stands inside a field",
                        f -> f.forge(FIRST, t -> t.replace("Fabrikam", "Fab\"rikam")),
                        FIRST + ".csv, line",
                        "not quoted"),
                new Tampering(
                        "a name is Latin-1",
                        f -> {
                            f.write(
                                    FIRST + ".csv",
                                    f.text(FIRST + ".csv").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                            f.mendChains();
                        },
                        FIRST + ".csv",
                        "not UTF-8"),
                new Tampering(
                        "a manifest is no JSON",
                        f -> f.change(FIRST + ".manifest.json", t -> t.substring(3)),
                        FIRST + ".manifest.json",
                        "JSON"),
                new Tampering(
                        "a manifest has a field twice",
                        f -> f.change(
                                FIRST + ".manifest.json",
                                t -> t.replace("{\n  \"format\"", "{\n  \"rows\": 4,\n  \"format\"")),
                        FIRST + ".manifest.json",
                        "JSON"),
                new Tampering(
                        "a manifest has another format",
                        f -> f.change(FIRST + ".manifest.json", t -> t.replace("payout/1", "payout/2")),
                        FIRST + ".manifest.json",
                        "cpor-payout/1"),
                new Tampering(
                        "a manifest has a field of its own",
                        f -> f.change(FIRST + ".manifest.json", t -> t.replace("\"run\"", "\"more\": 1,\n  \"run\"")),
                        FIRST + ".manifest.json",
                        "does not have"),
                new Tampering(
                        "a manifest says another sequence",
                        f -> f.change(FIRST + ".manifest.json", t -> t.replace("\"sequence\": 1", "\"sequence\": 2")),
                        FIRST + ".manifest.json",
                        "not what its name says"),
                new Tampering(
                        "a manifest says another file",
                        f -> f.change(FIRST + ".manifest.json", t -> t.replace("000001.csv", "000002.csv")),
                        FIRST + ".manifest.json",
                        "its file must be"));
    }

    private static List<Tampering> rows() {
        return List.of(
                new Tampering(
                        "a column is renamed",
                        f -> f.forge(FIRST, t -> t.replace("earningRate", "rate")),
                        FIRST + ".csv, line 1",
                        "header"),
                new Tampering(
                        "a row is gone",
                        f -> f.forge(FIRST, t -> t.replaceFirst("C-3-1-1.*\r\n", "")),
                        FIRST + ".manifest.json",
                        "it says 4 rows, its CSV has 3"),
                new Tampering(
                        "a row is there twice",
                        f -> f.forge(FIRST, t -> t.replaceFirst("(C-3-1-1.*\r\n)", "$1$1")),
                        FIRST + ".csv, line 7",
                        "already in this file"),
                new Tampering(
                        "two rows are exchanged",
                        f -> f.forge(FIRST, t -> t.replaceFirst("(C-2-1-1.*\r\n)(C-3-1-1.*\r\n)", "$2$1")),
                        FIRST + ".csv, line 6",
                        "comes after C-3-1-1"),
                new Tampering(
                        "an earning is paid again in a later file",
                        f -> f.forge(SECOND, t -> t.replace("C-4", "C-3")),
                        SECOND + ".csv, line 3",
                        "already in 2026-11-20/payout-OSU"),
                new Tampering(
                        "an empty line is added",
                        f -> f.forge(FIRST, t -> t + "\r\n"),
                        FIRST + ".csv, line 7",
                        "1 fields"),
                new Tampering(
                        "a field is added",
                        f -> f.forge(FIRST, t -> t.replaceFirst("Fabrikam,", "Fabrikam,,")),
                        FIRST + ".csv, line",
                        "34 fields"),
                new Tampering(
                        "a formula is undefended",
                        f -> f.forge(FIRST, t -> t.replace("'-M", "-M")),
                        FIRST + ".csv, line 2",
                        "participantName begins like a formula"),
                new Tampering(
                        "a name is emptied",
                        f -> f.forge(FIRST, t -> t.replaceFirst("C-3,([^,]*),Fabrikam", "C-3,$1,")),
                        FIRST + ".csv, line 6",
                        "customerName is empty"),
                new Tampering(
                        "a row is of another program",
                        f -> f.forge(FIRST, t -> t.replaceFirst("OSU,C-3", "OSA,C-3")),
                        FIRST + ".csv, line 6",
                        "programName is OSA"),
                new Tampering(
                        "a row is of another date",
                        f -> f.forge(
                                FIRST,
                                t -> t.replaceFirst(
                                        "2026-11-20,2026-11-20,Unprocessed", "2026-11-20,2026-11-19,Unprocessed")),
                        FIRST + ".csv, line 2",
                        "calculationDate is 2026-11-19"),
                new Tampering(
                        "a row is paid already",
                        f -> f.forge(FIRST, t -> t.replaceFirst("Unprocessed", "Paid")),
                        FIRST + ".csv, line 2",
                        "paymentStatus is Paid"),
                new Tampering(
                        "a row is of another rule set",
                        f -> f.forge(FIRST, t -> t.replaceFirst("5f5f\r\n", "5f60\r\n")),
                        FIRST + ".csv, line 2",
                        "ruleset is"),
                new Tampering(
                        "an earning is of another claim",
                        f -> f.forge(FIRST, t -> t.replace(",C-3,", ",C-9,")),
                        FIRST + ".csv, line 6",
                        "must be the claimId C-9"),
                new Tampering(
                        "a workload is moved to the product",
                        f -> f.forge(FIRST, t -> t.replace(",,,Exchange,", ",Exchange,,,")),
                        FIRST + ".csv, line 5",
                        "modern work"));
    }

    private static List<Tampering> amounts() {
        return List.of(
                new Tampering(
                        "an amount has a decimal less",
                        f -> f.forge(FIRST, t -> t.replace(",92.59,", ",92.6,")),
                        FIRST + ".csv, line 4",
                        "2 decimals of EUR"),
                new Tampering(
                        "yen have decimals",
                        f -> f.forge(FIRST, t -> t.replace(",12193,", ",12193.00,")),
                        FIRST + ".csv, line 6",
                        "0 decimals of JPY"),
                new Tampering(
                        "an amount is grouped",
                        f -> f.forge(FIRST, t -> t.replace(",12193,", ",\"12,193\",")),
                        FIRST + ".csv, line 6",
                        "plain number"),
                new Tampering(
                        "an amount has an exponent",
                        f -> f.forge(FIRST, t -> t.replace(",98765,", ",9.8765E4,")),
                        FIRST + ".csv, line 6",
                        "plain number"),
                new Tampering(
                        "an amount is raised",
                        f -> f.forge(FIRST, t -> t.replace(",92.59,", ",93.59,")),
                        FIRST + ".csv, line 4",
                        "not what earningRate gives"),
                new Tampering(
                        "an amount is raised with its rate",
                        f -> f.forge(
                                FIRST, t -> t.replace(",185.175,", ",370.350,").replace(",1.2345,", ",2.4690,")),
                        FIRST + ".manifest.json",
                        "sums {EUR=92.59, JPY=12193, KWD=185.175, USD=100.00}"),
                new Tampering(
                        "a currency is changed",
                        f -> f.forge(FIRST, t -> t.replace("EUR", "GBP")),
                        FIRST + ".manifest.json",
                        "GBP=92.59"),
                new Tampering(
                        "a currency is unknown",
                        f -> f.forge(FIRST, t -> t.replace("EUR", "EUX")),
                        FIRST + ".csv, line 4",
                        "ISO 4217"),
                new Tampering(
                        "a USD amount is raised",
                        f -> f.forge(FIRST, t -> t.replace(",100.46,", ",100.47,")),
                        FIRST + ".csv, line 4",
                        "earningAmountUSD is 100.47"),
                new Tampering(
                        "the sums are changed in the manifest",
                        f -> {
                            f.change(
                                    FIRST + ".manifest.json",
                                    t -> t.replace("\"EUR\": \"92.59\"", "\"EUR\": \"92.58\""));
                            f.mendChains();
                        },
                        FIRST + ".manifest.json",
                        "EUR=92.58"),
                new Tampering(
                        "the USD sum is changed in the manifest",
                        f -> {
                            f.change(
                                    FIRST + ".manifest.json",
                                    t -> t.replaceFirst("\"sumUSD\": \"[0-9.]+\"", "\"sumUSD\": \"1.00\""));
                            f.mendChains();
                        },
                        FIRST + ".manifest.json",
                        "sumUSD 1.00"),
                new Tampering(
                        "the rows are changed in the manifest",
                        f -> {
                            f.change(FIRST + ".manifest.json", t -> t.replace("\"rows\": 4", "\"rows\": 5"));
                            f.mendChains();
                        },
                        FIRST + ".manifest.json",
                        "5 rows"),
                new Tampering(
                        "an exchange rate has zeros at the end",
                        f -> f.forge(FIRST, t -> t.replace(",1.085,", ",1.0850,")),
                        FIRST + ".csv, line 4",
                        "earningExchangeRate"),
                new Tampering(
                        "an exchange rate is of a later day",
                        f -> f.forge(FIRST, t -> t.replaceFirst("1.085,2026-11-19", "1.085,2026-11-21")),
                        FIRST + ".csv, line 4",
                        "exchangeRateDate"),
                new Tampering(
                        "a quantity has no type",
                        f -> f.forge(FIRST, t -> t.replace(",150,Seats,", ",150,,")),
                        FIRST + ".csv, line 5",
                        "quantityType"));
    }

    private static List<Tampering> reversals() {
        return List.of(
                new Tampering(
                        "a reversal names nothing that was paid",
                        f -> f.forge(SECOND, t -> t.replace("C-1-1-1", "C-1-1-7")),
                        SECOND + ".csv, line 2",
                        "no extract before it holds"),
                new Tampering(
                        "a reversal takes back another amount",
                        f -> f.forge(SECOND, t -> t.replace("C-1-1-1", "C-2-1-1")),
                        SECOND + ".csv, line 2",
                        "negative amounts of C-2-1-1"),
                new Tampering(
                        "a reversal is positive",
                        f -> f.forge(SECOND, t -> t.replace("-92.59", "92.59")),
                        SECOND + ".csv, line 2",
                        "a reversal must be negative"),
                new Tampering(
                        "an earning is reversed twice",
                        f -> f.forge(SECOND, t -> t.replaceFirst("C-1-1-2(,.*\r\n)", "C-1-1-2$1C-1-1-3$1")),
                        SECOND + ".csv, line 3",
                        "C-1-1-2 has reversed already"),
                new Tampering(
                        "a reversal gives no reason",
                        f -> f.forge(SECOND, t -> t.replace("CLAWBACK", "")),
                        SECOND + ".csv, line 2",
                        "reasonCode"));
    }

    private static List<Tampering> chains() {
        String secondManifest = SECOND + ".manifest.json";
        return List.of(
                new Tampering(
                        "a manifest is changed",
                        f -> f.change(FIRST + ".manifest.json", t -> t.replace("\"run\": 1", "\"run\": 2")),
                        secondManifest,
                        "previousManifestSha256"),
                new Tampering(
                        "a manifest is not the one its night listed",
                        f -> f.change(FIRST + ".manifest.json", t -> t.replace("\"run\": 1", "\"run\": 2")),
                        FIRST + ".manifest.json",
                        "control.json says"),
                new Tampering(
                        "a control file lists too little",
                        f -> f.change(CONTROL, t -> t.replaceFirst("\"payout-OSA[^,]*,", "")),
                        CONTROL,
                        "does not list payout-OSA"),
                new Tampering(
                        "a control file lists too much",
                        f -> f.change(CONTROL, t -> t.replace("OSA-2026-11-20-000001", "OSA-2026-11-20-000002")),
                        CONTROL,
                        "which is not there"),
                new Tampering(
                        "a control file is of another date",
                        f -> f.change(
                                CONTROL,
                                t -> t.replace("\"businessDate\": \"2026-11-20\"", "\"businessDate\": \"2026-11-22\"")),
                        CONTROL,
                        "not that of its folder"),
                new Tampering(
                        "a control file was changed",
                        f -> f.change("2026-11-21/control.json", t -> t + "\n"),
                        "2026-11-23/control.json",
                        "which no control file here has"),
                new Tampering(
                        "a night that paid nothing is gone",
                        f -> {
                            f.delete("2026-11-21/control.json");
                            f.delete("2026-11-21");
                        },
                        "2026-11-23/control.json",
                        "a night was taken away"),
                new Tampering(
                        "a night begins a chain of its own",
                        f -> f.change(
                                "2026-11-23/control.json",
                                t -> t.replaceFirst("(previousControlSha256\": )\"[^\"]*\"", "$1null")),
                        "2026-11-23/control.json",
                        "nothing before it"),
                new Tampering(
                        "a night is slipped in",
                        f -> f.write(
                                "2026-11-22/control.json",
                                f.text("2026-11-21/control.json").replace("2026-11-21", "2026-11-22")),
                        "2026-11-22/control.json",
                        "follows the same night"),
                new Tampering(
                        "a sequence is there twice",
                        f -> {
                            f.write("2026-11-21/payout-OSU-2026-11-21-000001.csv", "");
                            f.write("2026-11-21/payout-OSU-2026-11-21-000001.manifest.json", "");
                        },
                        "2026-11-21/payout-OSU-2026-11-21-000001.csv",
                        "is there twice"));
=======
    @TestFactory
    Stream<DynamicTest> findsInOneSentenceOnOneLineThat() {
        return Stream.of(FolderTamperings.all(), ContentTamperings.all(), MoneyTamperings.all())
                .flatMap(all -> all)
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> assertFound(each)));
    }

    private void assertFound(Tampering tampering) {
        APayoutFolder folder = APayoutFolder.in(temp.resolve(tampering.name().replace(' ', '-')));
        tampering.deed().accept(folder);

        assertThat(folder.verify())
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith(tampering.place()).contains(tampering.what()))
                .allSatisfy(sentence -> assertThat(sentence).endsWith(".").doesNotContain("\n", "\r"));
>>>>>>> payout
    }
}
