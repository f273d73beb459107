package dev.cpor.payout.verify;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.Program;
import dev.cpor.payout.Control;
import dev.cpor.payout.ControlFile;
import dev.cpor.payout.MalformedFile;
import dev.cpor.payout.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Somebody who knows the format, and may write to every file. */
public final class Forger {
    private Forger() {}

    /**
     * Makes the hashes of CSVs, manifests and control files right again; sums and rows stay as they were.
     *
     * @param nights the business dates in the order in which they were completed
     */
    public static void mendChains(Path root, List<String> nights) {
        try {
            Map<Program, String> previousManifest = new EnumMap<>(Program.class);
            String previousControl = null;
            for (String night : nights) {
                Path folder = root.resolve(night);
                SortedMap<String, String> manifests = new TreeMap<>();
                for (String name : manifestsOf(folder)) {
                    Manifest manifest = Manifest.of(Files.readAllBytes(folder.resolve(name)));
                    Program program = manifest.extract().program();
                    byte[] bytes = new Manifest(
                                    manifest.extract(),
                                    manifest.file(),
                                    manifest.rows(),
                                    manifest.sums(),
                                    manifest.sumUsd(),
                                    Sha256.of(Files.readAllBytes(folder.resolve(manifest.file()))),
                                    previousManifest.get(program),
                                    manifest.ruleset(),
                                    manifest.run())
                            .bytes();
                    Files.write(folder.resolve(name), bytes);
                    manifests.put(name, Sha256.of(bytes));
                    previousManifest.put(program, Sha256.of(bytes));
                }
                byte[] control = new Control(LocalDate.parse(night), manifests, previousControl).bytes();
                Files.write(folder.resolve(ControlFile.NAME), control);
                previousControl = Sha256.of(control);
            }
        } catch (IOException | MalformedFile e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> manifestsOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".manifest.json"))
                    .sorted()
                    .toList();
        }
    }
}
