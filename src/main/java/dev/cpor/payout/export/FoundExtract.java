package dev.cpor.payout.export;

import dev.cpor.digest.Sha256;
import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.IoReason;
import dev.cpor.payout.Extract;
import dev.cpor.payout.MalformedFile;
import dev.cpor.payout.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An extract that is complete: its manifest is there, and says what bytes the CSV has.
 *
 * @param csv where its rows are
 */
record FoundExtract(Path csv, Manifest manifest) {

    /** @throws ClearFailure if the file is no extract's CSV, or not the whole one */
    static FoundExtract at(Path csv) {
        Extract extract = extract(csv);
        Path file = csv.resolveSibling(extract.manifestName());
        if (!Files.isRegularFile(csv) || !Files.isRegularFile(file)) {
            throw new ClearFailure(
                    "There is no %s, or no manifest beside it that says that it is complete; name the CSV of an extract, see: cpor payout list."
                            .formatted(csv));
        }
        try {
            Manifest manifest = Manifest.of(Files.readAllBytes(file));
            if (!manifest.sha256().equals(Sha256.of(csv))) {
                throw damaged(csv, "it has not the SHA-256 that its manifest names", null);
            }
            return new FoundExtract(csv, manifest);
        } catch (MalformedFile e) {
            throw damaged(file, e.what(), e);
        } catch (IOException e) {
            throw new ClearFailure(
                    "%s or its manifest cannot be read (%s); make them readable for this user."
                            .formatted(csv, IoReason.of(e)),
                    e);
        }
    }

    private static Extract extract(Path csv) {
        String name = String.valueOf(csv.getFileName());
        return Extract.named(name)
                .filter(extract -> extract.fileName().equals(name))
                .orElseThrow(() -> new ClearFailure(
                        "%s is not the name of an extract's CSV, which looks like payout-OSU-2026-11-20-000001.csv; see those that there are with: cpor payout list."
                                .formatted(name)));
    }

    private static ClearFailure damaged(Path file, String what, @Nullable Exception cause) {
        String sentence =
                "%s cannot be exported: %s; see what else is wrong with: cpor payout verify.".formatted(file, what);
        return cause == null ? new ClearFailure(sentence) : new ClearFailure(sentence, cause);
    }
}
