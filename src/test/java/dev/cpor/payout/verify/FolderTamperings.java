package dev.cpor.payout.verify;

import static dev.cpor.payout.verify.APayoutFolder.FIRST;
import static dev.cpor.payout.verify.APayoutFolder.SECOND;

import java.util.List;
import java.util.stream.Stream;

/** Files taken away, added or exchanged, and broken chains. */
final class FolderTamperings {
    private static final String CONTROL = "2026-11-20/control.json";

    private FolderTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(files(), chains()).flatMap(List::stream);
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
                        "the last control file is written with other line ends",
                        f -> f.change("2026-11-19/control.json", t -> t.replace("\n", "\r\n")),
                        "2026-11-19/control.json",
                        "not as a night writes them"),
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
    }
}
