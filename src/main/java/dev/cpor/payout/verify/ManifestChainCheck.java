package dev.cpor.payout.verify;

import dev.cpor.payout.Manifest;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Each manifest names the SHA-256 of its program's manifest before it, the first one none. */
final class ManifestChainCheck {
    private ManifestChainCheck() {}

    /** @param manifests as they were delivered, program by program */
    static void check(Collection<ReadManifest> manifests, Discrepancies found) {
        ReadManifest before = null;
        for (ReadManifest each : manifests) {
            boolean sameProgram = before != null
                    && before.extract().program() == each.extract().program();
            checkLink(sameProgram ? before : null, each, found);
            before = each;
        }
    }

    private static void checkLink(@Nullable ReadManifest before, ReadManifest each, Discrepancies found) {
        Manifest manifest = each.manifest();
        if (manifest == null) {
            return;
        }
        String says = manifest.previousManifestSha256();
        String expected = before == null ? null : before.sha256();
        if (!Objects.equals(says, expected)) {
            found.add(
                    each.name(),
                    "its previousManifestSha256 is " + says + ", expected was "
                            + (before == null
                                    ? "null, as no manifest of "
                                            + each.extract().program() + " comes before it"
                                    : expected + ", that of " + before.name()));
        }
    }
}
