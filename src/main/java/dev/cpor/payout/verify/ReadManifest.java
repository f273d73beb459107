package dev.cpor.payout.verify;

import dev.cpor.payout.Extract;
import dev.cpor.payout.Manifest;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A manifest that is there.
 *
 * @param extract what the file's name says
 * @param sha256 of the manifest's bytes
 * @param manifest what the bytes say, null where they are no manifest or one of another extract
 */
record ReadManifest(
        Extract extract, String sha256, @Nullable Manifest manifest) {

    static SortedMap<Extract, ReadManifest> all(PayoutFolder folder, SignatureCheck signatures, Discrepancies found) {
        SortedMap<Extract, ReadManifest> all = new TreeMap<>();
        for (Extract extract : folder.manifests()) {
            SmallFile<Manifest> file = SmallFile.read(
                    folder, PayoutFolder.manifest(extract), Manifest::of, Manifest::bytes, signatures, found);
            if (file != null) {
                all.put(extract, new ReadManifest(extract, file.sha256(), own(extract, file.content(), found)));
            }
        }
        return all;
    }

    String name() {
        return PayoutFolder.manifest(extract);
    }

    private static @Nullable Manifest own(Extract extract, @Nullable Manifest manifest, Discrepancies found) {
        if (manifest == null) {
            return null;
        }
        if (!manifest.extract().equals(extract)) {
            Extract says = manifest.extract();
            found.add(
                    PayoutFolder.manifest(extract),
                    "it says program " + says.program() + ", business date " + says.businessDate() + ", sequence "
                            + says.sequence() + ", which is not what its name says");
            return null;
        }
        if (!manifest.file().equals(extract.fileName())) {
            found.add(
                    PayoutFolder.manifest(extract),
                    "it says file " + manifest.file() + ", expected was " + extract.fileName());
        }
        return manifest;
    }
}
