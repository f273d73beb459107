package dev.cpor.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cpor.cli.FolderTexts;
import dev.cpor.cli.Sandbox;
import dev.cpor.generate.FeedGenerator;
import dev.cpor.generate.GeneratorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Two nights of generated claims, which signed what they wrote. */
record SignedNights(Sandbox sandbox, Path privateKey, Path publicKey) {
    static final List<String> DATES = List.of("2026-11-10", "2026-11-20");

    static SignedNights in(Path folder) {
        Sandbox sandbox = new Sandbox(folder.resolve("box"));
        Path keys = folder.resolve("keys");
        assertThat(sandbox.run("payout", "keys", "--into", keys.toString()).status())
                .isZero();
        Path feeds = folder.resolve("feeds");
        FeedGenerator.generate(
                new GeneratorOptions(120, 7, LocalDate.parse("2026-09-21"), LocalDate.parse("2026-11-20"), feeds));
        Path privateKey = keys.resolve("payout-private-key.pem");
        sandbox.feeds(feeds).nightly("payout: { signingKey: '" + privateKey + "' }");
        sandbox.nights(DATES.stream().map(LocalDate::parse).toList(), date -> {});
        return new SignedNights(sandbox, privateKey, keys.resolve("payout-public-key.pem"));
    }

    Path payout() {
        return sandbox.out().resolve("payout");
    }

    /** Copies the payout folder, to be spoilt. */
    Path copy(Path to) {
        try {
            FileSystemUtils.copyRecursively(payout(), to);
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of the CSVs, program by program as they were delivered. */
    List<Path> csvs() {
        return FolderTexts.below(payout()).keySet().stream()
                .filter(name -> name.endsWith(".csv"))
                .map(Path::of)
                .toList();
    }
}
