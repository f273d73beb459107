package dev.cpor.payout.verify;

import static dev.cpor.payout.verify.APayoutFolder.FIRST;
import static dev.cpor.payout.verify.APayoutFolder.FIRST_OF_OSA;
import static dev.cpor.payout.verify.APayoutFolder.SECOND;

import java.util.List;
import java.util.stream.Stream;

/** What is good by itself, in the wrong place: exchanged, renamed, moved, or taken from another folder that is whole. */
final class PlaceTamperings {
    private static final String CONTROL = "2026-11-20/control.json";

    private PlaceTamperings() {}

    static Stream<Tampering> all() {
        return Stream.of(moved(), fromElsewhere(), signatures()).flatMap(List::stream);
    }

    private static List<Tampering> moved() {
        return List.of(
                new Tampering(
                        "two CSVs are exchanged",
                        f -> f.swap(FIRST + ".csv", FIRST_OF_OSA + ".csv"),
                        FIRST_OF_OSA + ".csv",
                        "its SHA-256 is"),
                new Tampering(
                        "two extracts are exchanged with their manifests",
                        f -> {
                            f.swap(FIRST + ".csv", FIRST_OF_OSA + ".csv");
                            f.swap(FIRST + ".manifest.json", FIRST_OF_OSA + ".manifest.json");
                        },
                        FIRST + ".manifest.json",
                        "it says program OSA, business date 2026-11-20, sequence 1"),
                new Tampering(
                        "a CSV is renamed",
                        f -> f.move(FIRST + ".csv", "2026-11-20/payout-OSU-2026-11-20-000004.csv"),
                        "2026-11-20/payout-OSU-2026-11-20-000004.csv",
                        "its manifest is missing"),
                new Tampering(
                        "an extract is renamed with its manifest",
                        f -> {
                            f.move(FIRST + ".csv", "2026-11-20/payout-OSU-2026-11-20-000004.csv");
                            f.move(FIRST + ".manifest.json", "2026-11-20/payout-OSU-2026-11-20-000004.manifest.json");
                        },
                        "2026-11-20/payout-OSU-2026-11-20-000004.manifest.json",
                        "sequence 1, which is not what its name says"),
                new Tampering(
                        "a night's folder is renamed",
                        f -> {
                            for (String name : List.of(SECOND + ".csv", SECOND + ".manifest.json")) {
                                f.move(name, name.replaceFirst("2026-11-23/", "2026-11-24/"));
                            }
                            f.move("2026-11-23/control.json", "2026-11-24/control.json");
                            f.delete("2026-11-23");
                        },
                        "2026-11-24/payout-OSU-2026-11-23-000002.csv",
                        "its name says the business date 2026-11-23"),
                new Tampering(
                        "a row is moved to another night",
                        f -> {
                            String row = f.text(FIRST + ".csv").replaceFirst("(?s).*(C-3-1-1[^\r]*\r\n).*", "$1");
                            f.change(FIRST + ".csv", t -> t.replace(row, ""));
                            f.forge(SECOND, t -> t.replaceFirst("(C-4-1-1)", row + "$1"));
                        },
                        SECOND + ".csv, line 4",
                        "the earningDate is 2026-11-20, expected was 2026-11-23"),
                new Tampering(
                        "an extract is a symbolic link",
                        f -> f.link(FIRST + ".csv", f.path(FIRST_OF_OSA + ".csv")),
                        FIRST + ".csv",
                        "does not belong"));
    }

    private static List<Tampering> fromElsewhere() {
        return List.of(
                new Tampering(
                        "an extract is from another chain",
                        f -> f.take(another(f), FIRST + ".csv", FIRST + ".manifest.json"),
                        FIRST + ".manifest.json",
                        "but 2026-11-20/control.json says"),
                new Tampering(
                        "a manifest was edited together with its CSV",
                        f -> f.take(another(f), FIRST + ".csv", FIRST + ".manifest.json"),
                        SECOND + ".manifest.json",
                        "its previousManifestSha256 is"),
                new Tampering(
                        "a manifest was edited together with its CSV and the control file",
                        f -> f.take(another(f), FIRST + ".csv", FIRST + ".manifest.json", CONTROL),
                        "2026-11-21/control.json",
                        "its previousControlSha256 is"),
                new Tampering(
                        "a CSV is from another chain",
                        f -> f.take(another(f), FIRST + ".csv"),
                        FIRST + ".csv",
                        "but its manifest says"),
                new Tampering(
                        "a control file is from another chain",
                        f -> f.take(another(f), CONTROL),
                        FIRST + ".manifest.json",
                        "but 2026-11-20/control.json says"));
    }

    private static List<Tampering> signatures() {
        String signature = FIRST + ".manifest.json.sig";
        return List.of(
                new Tampering(
                        "a signature is no signature",
                        f -> f.write(signature, "trust me\n"),
                        signature,
                        "expected was one line of base64"),
                new Tampering(
                        "a signature has lost its file",
                        f -> f.write("2026-11-20/payout-OSU-2026-11-20-000004.manifest.json.sig", "QUJD".repeat(22)),
                        "2026-11-20/payout-OSU-2026-11-20-000004.manifest.json.sig",
                        "the file that it signs is missing"),
                new Tampering(
                        "a CSV has a signature",
                        f -> f.write(FIRST + ".csv.sig", "QUJD".repeat(22)),
                        FIRST + ".csv.sig",
                        "does not belong"));
    }

    /** Returns another whole folder, in which a partner has another name. */
    private static APayoutFolder another(APayoutFolder folder) {
        APayoutFolder other = APayoutFolder.in(folder.path("..").resolve("another"));
        other.forge(FIRST, text -> text.replace("Contoso", "Kontoso"));
        return other;
    }
}
