package dev.cpor.payout.verify;

import static dev.cpor.payout.verify.APayoutFolder.FIRST;
import static dev.cpor.payout.verify.APayoutFolder.SECOND;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Bytes and rows that were changed. */
final class ContentTamperings {
    private ContentTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(bytes(), rows()).flatMap(List::stream);
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
                        "a record ends with LF alone, expected was CR LF"),
                new Tampering(
                        "a line ends with LF after a name of three lines",
                        f -> f.forge(FIRST, t -> t.replaceFirst("Contoso", "\"Con\rto\nso\"")
                                .replaceFirst("\r\n$", "\n")),
                        FIRST + ".csv, line 8",
                        "a record ends with LF alone, expected was CR LF"),
                new Tampering(
                        "all lines end with LF",
                        f -> f.forge(FIRST, t -> t.replace("\r\n", "\n")),
                        FIRST + ".csv, line 1",
                        "a record ends with LF alone, expected was CR LF"),
                new Tampering(
                        "a line ends with CR",
                        f -> f.forge(FIRST, t -> t.replaceFirst("\r\n", "\r")),
                        FIRST + ".csv, line 1",
                        "a record ends with CR alone, expected was CR LF"),
                new Tampering(
                        "the last line end is cut off",
                        f -> f.forge(FIRST, t -> t.substring(0, t.length() - 2)),
                        FIRST + ".csv",
                        "its last record does not end, expected was CR LF"),
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
                        "a quote stands behind a quoted field",
                        f -> f.forge(FIRST, t -> t.replace("Fabrikam", "\"Fab\"rikam")),
                        FIRST + ".csv, line",
                        "not quoted"),
                new Tampering(
                        "a quote stands inside a field",
                        f -> f.forge(FIRST, t -> t.replace("Fabrikam", "Fab\"rikam")),
                        FIRST + ".csv, line",
                        "not quoted"),
                new Tampering(
                        "a name is Latin-1",
                        f -> {
                            f.write(FIRST + ".csv", f.text(FIRST + ".csv").getBytes(StandardCharsets.ISO_8859_1));
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
                        "it says file payout-OSU-2026-11-20-000002.csv, expected was payout-OSU-2026-11-20-000001.csv"));
    }

    private static List<Tampering> rows() {
        return List.of(
                new Tampering(
                        "a column is renamed",
                        f -> f.forge(FIRST, t -> t.replace("earningRate", "rate")),
                        FIRST + ".csv, line 1",
                        "the header's column 17 is rate, expected was earningRate"),
                new Tampering(
                        "a column is gone",
                        f -> f.forge(FIRST, t -> t.replaceFirst(",ruleset\r\n", "\r\n")),
                        FIRST + ".csv, line 1",
                        "the header has 32 columns, expected were 33"),
                new Tampering(
                        "a row is gone",
                        f -> f.forge(FIRST, t -> t.replaceFirst("C-3-1-1.*\r\n", "")),
                        FIRST + ".manifest.json",
                        "it says 4 rows, its CSV has 3"),
                new Tampering(
                        "a row is there twice",
                        f -> f.forge(FIRST, t -> t.replaceFirst("(C-3-1-1.*\r\n)", "$1$1")),
                        FIRST + ".csv, line 7",
                        "already in this file, line 6"),
                new Tampering(
                        "two rows are exchanged",
                        f -> f.forge(FIRST, t -> t.replaceFirst("(C-2-1-1.*\r\n)(C-3-1-1.*\r\n)", "$2$1")),
                        FIRST + ".csv, line 6",
                        "comes after C-3-1-1"),
                new Tampering(
                        "an earning is paid again in a later file",
                        f -> f.forge(SECOND, t -> t.replace("C-4", "C-3")),
                        SECOND + ".csv, line 4",
                        "already in 2026-11-20/payout-OSU-2026-11-20-000001.csv, line 6"),
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
}
