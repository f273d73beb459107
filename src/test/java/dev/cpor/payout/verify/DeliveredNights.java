package dev.cpor.payout.verify;

import static dev.cpor.payout.AnEarning.RULESET;
import static dev.cpor.payout.AnEarning.anEarning;

import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import dev.cpor.payout.AnEarning;
import dev.cpor.payout.Control;
import dev.cpor.payout.ControlFile;
import dev.cpor.payout.Extract;
import dev.cpor.payout.ExtractWriter;
import dev.cpor.payout.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Delivers nights as the program does: files that are right in every respect. */
final class DeliveredNights {
    private final Path root;
    private final Map<Program, Written> last = new EnumMap<>(Program.class);
    private String lastControl = "";
    private long run;

    private DeliveredNights(Path root) {
        this.root = root;
    }

    /** Delivers one night that paid these earnings of the program OSU. */
    static void one(Path root, List<AnEarning> osu) {
        new DeliveredNights(root).night("2026-11-20", List.of(), osu);
    }

    /** Returns the bytes of each file of the four nights that {@link APayoutFolder} tells of, by its path. */
    static Map<String, byte[]> four() {
        try {
            Path root = Files.createTempDirectory("delivered-nights-");
            try (Stream<Path> files = new DeliveredNights(root).deliver()) {
                Map<String, byte[]> all = new TreeMap<>();
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.put(root.relativize(file).toString(), Files.readAllBytes(file));
                }
                return all;
            } finally {
                FileSystemUtils.deleteRecursively(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> deliver() throws IOException {
        night(
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
        night("2026-11-21", List.of(), List.of());
        night(
                "2026-11-23",
                List.of(),
                List.of(
                        anEarning()
                                .ofClaim("C-1")
                                .number(2)
                                .percent("7.5", "1234.5678", "EUR")
                                .atUsd("1.0850")
                                .reversing("C-1-1-1"),
                        anEarning()
                                .ofClaim("C-2")
                                .number(2)
                                .perSeat("1.2345", 150, "KWD")
                                .atUsd("3.25")
                                .reversing("C-2-1-1"),
                        anEarning().ofClaim("C-4")));
        night("2026-11-19", List.of(), List.of(anEarning().ofClaim("C-5")));
        return Files.walk(root);
    }

    private void night(String date, List<AnEarning> osa, List<AnEarning> osu) {
        run++;
        SortedMap<String, String> manifests = new TreeMap<>();
        deliver(Program.OSA, LocalDate.parse(date), osa, manifests);
        deliver(Program.OSU, LocalDate.parse(date), osu, manifests);
        lastControl = ControlFile.write(
                root, new Control(LocalDate.parse(date), manifests, lastControl.isEmpty() ? null : lastControl), null);
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
        Written written = new ExtractWriter(root, RULESET, run)
                .write(extract, built.stream(), before == null ? null : before.manifestSha256());
        last.put(program, written);
        manifests.put(extract.manifestName(), written.manifestSha256());
    }
}
