package dev.cpor.job.payout;

import dev.cpor.domain.ClearFailure;
import dev.cpor.domain.Earning;
import dev.cpor.payout.Control;
import dev.cpor.payout.ControlFile;
import dev.cpor.payout.Extract;
import dev.cpor.payout.ExtractWriter;
import dev.cpor.payout.Written;
import dev.cpor.store.payout.Earnings;
import dev.cpor.store.payout.PastExtracts;
import dev.cpor.store.payout.PastExtracts.PastControl;
import dev.cpor.store.payout.PastExtracts.PastExtract;
import dev.cpor.store.payout.PastExtracts.Sha256;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Produces the files of past nights again, byte for byte, from the earnings alone: what a file says was stored with them.
 * Signatures are not among them, because whoever reads the database need not have the key.
 */
public class Regenerating {
    private final PastExtracts past;
    private final Earnings earnings;

    Regenerating(PastExtracts past, Earnings earnings) {
        this.past = past;
        this.earnings = earnings;
    }

    /**
     * Produces one extract again: its CSV and its manifest.
     *
     * @param fileName the name of the CSV or of the manifest
     * @param into a folder, in which they get one of their business date
     * @throws ClearFailure if there is no such extract, if its files are not written yet, if the database does not give the
     *     bytes that were delivered, or if a file is there with other bytes
     */
    public Written one(String fileName, Path into) {
        Extract extract = Extract.named(fileName)
                .orElseThrow(() -> new ClearFailure(
                        "%s is not the name of an extract, which looks like payout-OSU-2026-11-20-000001.csv; see those that there are with: cpor payout list."
                                .formatted(fileName)));
        PastExtract found = past.find(extract.program(), extract.businessDate(), extract.sequence())
                .orElseThrow(() ->
                        new ClearFailure("There is no extract %s; see those that there are with: cpor payout list."
                                .formatted(extract.fileName())));
        return write(found, written(extract, found.sha256()), into);
    }

    /**
     * Produces every file of every night again. What is not written yet is left out, for the night that goes on to write it.
     *
     * @param into a folder, which is then what {@code out/payout} was
     * @param each gets each extract as soon as its files are there
     * @return how many control files there are
     */
    public int all(Path into, Consumer<Written> each) {
        SortedMap<LocalDate, SortedMap<String, String>> manifests = new TreeMap<>();
        for (PastExtract extract : past.all()) {
            Sha256 sha256 = extract.sha256();
            if (sha256 != null) {
                each.accept(write(extract, sha256, into));
                manifests
                        .computeIfAbsent(extract.businessDate(), date -> new TreeMap<>())
                        .put(DatabaseExtracts.named(extract).manifestName(), sha256.manifest());
            }
        }
        List<PastControl> controls = past.controls();
        int written = 0;
        for (PastControl control : controls) {
            String sha256 = control.sha256();
            if (sha256 != null) {
                SortedMap<String, String> ofNight = manifests.getOrDefault(control.businessDate(), new TreeMap<>());
                ControlFile.writeAgain(
                        into, new Control(control.businessDate(), ofNight, control.previousSha256()), sha256);
                written++;
            }
        }
        return written;
    }

    private Written write(PastExtract extract, Sha256 sha256, Path into) {
        try (Stream<Earning> rows = earnings.ofExtract(extract.id())) {
            return new ExtractWriter(into, extract.ruleset(), extract.run())
                    .writeAgain(
                            DatabaseExtracts.named(extract),
                            rows,
                            extract.previousManifestSha256(),
                            new ExtractWriter.Delivered(sha256.csv(), sha256.manifest()));
        }
    }

    private static Sha256 written(Extract extract, @Nullable Sha256 sha256) {
        if (sha256 == null) {
            throw new ClearFailure("The files of %s are not written yet; run the night of %s again."
                    .formatted(extract.fileName(), extract.businessDate()));
        }
        return sha256;
    }
}
