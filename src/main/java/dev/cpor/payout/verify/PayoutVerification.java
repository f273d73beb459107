package dev.cpor.payout.verify;

import dev.cpor.domain.CurrencyRules;
import dev.cpor.payout.Extract;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** Verifies a whole payout folder with nothing but the folder. */
public final class PayoutVerification {
    private PayoutVerification() {}

    /**
     * Says everything that is wrong in a payout folder: files that are missing, left over or do not belong there, bytes,
     * rows, totals, sequences, and the two chains. What no folder can show by itself is that the newest night was taken
     * away together with its control file.
     *
     * <p>Files are streamed; what is kept is about 60 bytes for each earning.
     *
     * @param payoutFolder a whole {@code out/payout}, not a part of it
     * @param currencies how many decimals amounts have; those of ISO 4217 are taken too, for files from before the setting
     * @return nothing when all is well
     */
    public static List<Discrepancy> verify(Path payoutFolder, CurrencyRules currencies) {
        Discrepancies found = new Discrepancies();
        PayoutFolder folder = PayoutFolder.list(payoutFolder, found);
        SortedMap<Extract, ReadManifest> manifests = ReadManifest.all(folder, found);
        SequenceCheck.check(folder, found);
        ManifestChainCheck.check(manifests.values(), found);
        List<ReadControl> controls = ReadControl.all(folder, found);
        ControlListCheck.check(controls, manifests.values(), found);
        ControlChainCheck.check(controls, found);
        EarningLedger ledger = new EarningLedger(found);
        for (ReadManifest manifest : manifests.values()) {
            if (folder.hasCsv(manifest.extract())) {
                ExtractCheck.check(folder, manifest, currencies, ledger, found);
            }
        }
        return found.all();
    }
}
