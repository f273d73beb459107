package dev.cpor.payout.verify;

import static dev.cpor.payout.AnEarning.RULESET;
import static dev.cpor.payout.AnEarning.anEarning;

import dev.cpor.domain.CurrencyRules;
import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import dev.cpor.payout.AnEarning;
import dev.cpor.payout.Control;
import dev.cpor.payout.ControlFile;
import dev.cpor.payout.Extract;
import dev.cpor.payout.ExtractWriter;
import dev.cpor.payout.MalformedFile;
import dev.cpor.payout.Manifest;
import dev.cpor.payout.Sha256;
import dev.cpor.payout.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Four nights, the second of which paid nothing and the last of which was caught up out of date order:
 *
 * <pre>
 * 2026-11-20  OSA 000001, OSU 000001
 * 2026-11-21
 * 2026-11-23  OSU 000002, with a reversal of an earning of OSU 000001
 * 2026-11-19  OSU 000003
 * </pre>
 */
final class APayoutFolder {
    static final String FIRST = "2026-11-20/payout-OSU-2026-11-20-000001";
    static final String SECOND = "2026-11-23/payout-OSU-2026-11-23-000002";

    private final Path root;
    private final Map<Program, Written> last = new EnumMap<>(Program.class);
    private String lastControl = "";
    private final List<String> nights = new ArrayList<>();

    private APayoutFolder(Path root) {
        this.root = root;
    }

    static APayoutFolder in(Path root) {
        APayoutFolder folder = new APayoutFolder(root);
        folder.night(
                "2026-11-20",
                List.of(anEarning().in(Program.OSA).ofClaim("A-1")),
                List.of(
                        anEarning().ofClaim("=C-0").ofPartner("-Müller, \"Söhne\"\r\n& Co"),
                        anEarning()
                                .ofClaim("C-1")
                                .percent("7.5", "1234.5678", "EUR")
                                .atUsd("1.0850"),
                        anEarning().ofClaim("C-2").perSeat("1.2345", 150, "KWD").atUsd("3.25"),
                        anEarning()
                                .ofClaim("C-3")
                                .percent("12.345", "98765", "JPY")
                                .atUsd("0.0067")));
        folder.night("2026-11-21", List.of(), List.of());
        folder.night(
                "2026-11-23",
                List.of(),
                List.of(
                        anEarning()
                                .ofClaim("C-1")
                                .number(2)
                                .percent("7.5", "1234.5678", "EUR")
                                .atUsd("1.0850")
                                .reversing("C-1-1-1"),
                        anEarning().ofClaim("C-4")));
        folder.night("2026-11-19", List.of(), List.of(anEarning().ofClaim("C-5")));
        return folder;
    }

    /** One night that paid these earnings of the program OSU. */
    static APayoutFolder paying(Path root, AnEarning... earnings) {
        APayoutFolder folder = new APayoutFolder(root);
        folder.night("2026-11-20", List.of(), List.of(earnings));
        return folder;
    }

    List<String> verify() {
        return verify(CurrencyRules.iso4217());
    }

    List<String> verify(CurrencyRules currencies) {
        return PayoutVerification.verify(root, currencies).stream()
                .map(Discrepancy::sentence)
                .toList();
    }

    Path path(String name) {
        return root.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a file as a clumsy forger does: nothing else. */
    void change(String name, UnaryOperator<String> change) {
        String before = text(name);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("The forgery must change " + name);
        }
        write(name, after);
    }

    /** Changes a CSV as a forger does who knows the format: all hashes, of both chains, are right again afterwards. */
    void forge(String extract, UnaryOperator<String> change) {
        change(extract + ".csv", change);
        mendChains();
    }

    /** Makes the hashes of CSVs, manifests and control files right again; sums and rows stay as they were. */
    void mendChains() {
        try {
            Map<Program, String> previousManifest = new EnumMap<>(Program.class);
            String previousControl = null;
            for (String night : nights) {
                SortedMap<String, String> manifests = new TreeMap<>();
                for (String name : manifestsOf(night)) {
                    Manifest manifest = Manifest.of(Files.readAllBytes(path(night + "/" + name)));
                    Program program = manifest.extract().program();
                    byte[] bytes = new Manifest(
                                    manifest.extract(),
                                    manifest.file(),
                                    manifest.rows(),
                                    manifest.sums(),
                                    manifest.sumUsd(),
                                    Sha256.of(Files.readAllBytes(path(night + "/" + manifest.file()))),
                                    previousManifest.get(program),
                                    manifest.ruleset(),
                                    manifest.run())
                            .bytes();
                    write(night + "/" + name, bytes);
                    manifests.put(name, Sha256.of(bytes));
                    previousManifest.put(program, Sha256.of(bytes));
                }
                byte[] control = new Control(LocalDate.parse(night), manifests, previousControl).bytes();
                write(night + "/" + ControlFile.NAME, control);
                previousControl = Sha256.of(control);
            }
        } catch (IOException | MalformedFile e) {
            throw new AssertionError(e);
        }
    }

    private List<String> manifestsOf(String night) throws IOException {
        try (var files = Files.list(path(night))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".manifest.json"))
                    .sorted()
                    .toList();
        }
    }

    private void night(String date, List<AnEarning> osa, List<AnEarning> osu) {
        SortedMap<String, String> manifests = new TreeMap<>();
        deliver(Program.OSA, LocalDate.parse(date), osa, manifests);
        deliver(Program.OSU, LocalDate.parse(date), osu, manifests);
        lastControl =
                ControlFile.write(root, LocalDate.parse(date), manifests, lastControl.isEmpty() ? null : lastControl);
        nights.add(date);
    }

    private void deliver(
            Program program, LocalDate date, List<AnEarning> earnings, SortedMap<String, String> manifests) {
        if (earnings.isEmpty()) {
            return;
        }
        Written before = last.get(program);
        Extract extract =
                new Extract(program, date, before == null ? 1 : before.extract().sequence() + 1);
        List<Earning> built =
                earnings.stream().map(earning -> earning.on(date).build()).toList();
        Written written = new ExtractWriter(root, RULESET, nights.size() + 1L)
                .write(extract, built.stream(), before == null ? null : before.manifestSha256());
        last.put(program, written);
        manifests.put(extract.manifestName(), written.manifestSha256());
    }
}
