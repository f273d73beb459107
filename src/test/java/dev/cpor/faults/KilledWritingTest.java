package dev.cpor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.FolderTexts;
import dev.cpor.domain.CurrencyRules;
import dev.cpor.payout.sign.KeyFiles;
import dev.cpor.payout.sign.SigningKey;
import dev.cpor.payout.sign.VerifyingKey;
import dev.cpor.payout.verify.Discrepancy;
import dev.cpor.payout.verify.PayoutVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A night that is killed between the first byte of its files and the last leaves nothing that a reader would take for whole. */
class KilledWritingTest {
    private static final String CSV = "2026-11-20/payout-OSU-2026-11-20-000001.csv";
    private static final String MANIFEST = "2026-11-20/payout-OSU-2026-11-20-000001.manifest.json";
    private static final String CONTROL = "2026-11-20/control.json";

    /** What a reader sees of a night that is not over: none of it is a manifest with anything wrong about it. */
    private static final List<String> UNFINISHED = List.of(
            "it holds no folder of a business date such as 2026-11-20, so it is no payout folder",
            "its control.json is missing, so that night did not end or its file was taken away; run that night again",
            "its manifest is missing, so no reader may take it; run that night again",
            "the file that it signs is missing; run that night again",
            "it is what a killed night left over; no reader takes it, and running that night again removes it");

    @TempDir
    private Path folder;

    private Path keyFile;
    private SigningKey key;
    private VerifyingKey known;

    @BeforeEach
    void makesKeys() {
        KeyFiles files = KeyFiles.make(folder.resolve("keys"));
        keyFile = files.privateKey();
        key = SigningKey.read(keyFile);
        known = VerifyingKey.read(files.publicKey());
    }

    @Test
    void nothingHalfIsTakenAndTheNextStartEndsItWhereverItIsKilled() throws IOException {
        Path payout = Files.createDirectories(folder.resolve("payout"));
        Map<List<String>, String> moments = new LinkedHashMap<>();

        Standstill.atEachCall(
                "%s %s %s".formatted(NightWriting.class.getName(), payout, keyFile),
                call -> moments.computeIfAbsent(namesAndSizes(payout), state -> {
                    copy(payout, folder.resolve("killed-" + moments.size()));
                    return "killed-" + moments.size();
                }));

        Map<String, String> whole = FolderTexts.below(payout);
        assertThat(whole.keySet())
                .containsExactlyInAnyOrder(CSV, MANIFEST, MANIFEST + ".sig", CONTROL, CONTROL + ".sig");
        assertThat(PayoutVerification.verify(payout, CurrencyRules.iso4217(), List.of(known), null)
                        .discrepancies())
                .isEmpty();
        assertThatItWasStoppedEverywhere(moments.keySet());
        moments.forEach((state, killed) -> {
            Path left = folder.resolve(killed);
            assertThat(PayoutVerification.verify(left, CurrencyRules.iso4217(), List.of(known), null)
                            .discrepancies())
                    .as("what a reader sees of %s", state)
                    .extracting(Discrepancy::what)
                    .isSubsetOf(UNFINISHED);
            NightWriting.write(left, key);
            assertThat(FolderTexts.below(left)).as("ended after %s", state).isEqualTo(whole);
        });
    }

    private static void assertThatItWasStoppedEverywhere(Iterable<List<String>> states) {
        assertThat(states)
                .anyMatch(List::isEmpty)
                .as("amid the CSV, twice at least")
                .filteredOn(state -> state.stream().anyMatch(isTemporary(".csv.", " 0")))
                .hasSizeGreaterThan(2);
        assertThat(states)
                .anySatisfy(state -> assertThat(state).anyMatch(starts(CSV)).noneMatch(starts(MANIFEST)))
                .anySatisfy(state -> assertThat(state).anyMatch(isTemporary(".manifest.json.", "")))
                .anySatisfy(state ->
                        assertThat(state).anyMatch(starts(MANIFEST + ".sig ")).noneMatch(starts(MANIFEST + " ")))
                .anySatisfy(state ->
                        assertThat(state).anyMatch(starts(MANIFEST + " ")).noneMatch(starts(CONTROL)))
                .anySatisfy(state -> assertThat(state).anyMatch(isTemporary(".control.json.", "")))
                .anySatisfy(state -> assertThat(state).anyMatch(starts(CONTROL + " ")));
    }

    private static Predicate<String> starts(String name) {
        return file -> file.startsWith(name);
    }

    private static Predicate<String> isTemporary(String part, String butNot) {
        return file -> file.contains(part) && file.contains(".tmp") && (butNot.isEmpty() || !file.endsWith(butNot));
    }

    private static List<String> namesAndSizes(Path root) {
        return files(root)
                .map(file -> root.relativize(file) + " " + file.toFile().length())
                .toList();
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            FileSystemUtils.copyRecursively(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
