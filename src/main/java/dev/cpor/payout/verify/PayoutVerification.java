package dev.cpor.payout.verify;

import dev.cpor.domain.CurrencyRules;
import dev.cpor.payout.Extract;
import dev.cpor.payout.Totals;
import dev.cpor.payout.sign.VerifyingKey;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Verifies a whole payout folder: with nothing but the folder, and more where a key or the database is at hand. */
public final class PayoutVerification {
    private PayoutVerification() {}

    /**
     * Says everything that is wrong in a payout folder: files that are missing, left over or do not belong there, bytes,
     * rows, totals, sequences, and the two chains. What no folder can show by itself is that the newest nights were taken
     * away together with their control files, and that all of it was written anew by somebody who knows the format.
     *
     * <p>Files are streamed; memory does not grow with the earnings, which are compared by means of a temporary file where
     * there are many.
     *
     * @param payoutFolder a whole {@code out/payout}, not a part of it
     * @param currencies how many decimals amounts have; those of ISO 4217 are taken too, for files from before the setting
     */
    public static Verified verify(Path payoutFolder, CurrencyRules currencies) {
        return verify(payoutFolder, currencies, List.of(), null);
    }

    /**
     * Says besides which manifests and control files lack a valid signature, and what is not as the database has it.
     *
     * @param payoutFolder a whole {@code out/payout}, not a part of it
     * @param currencies how many decimals amounts have; those of ISO 4217 are taken too, for files from before the setting
     * @param keys every manifest and control file must be signed by one of them; none: signatures are not asked for
     * @param delivered what the database holds; null: it is not asked
     */
    public static Verified verify(
            Path payoutFolder,
            CurrencyRules currencies,
            List<VerifyingKey> keys,
            @Nullable DeliveredExtracts delivered) {
        Discrepancies found = new Discrepancies();
        PayoutFolder folder = PayoutFolder.list(payoutFolder, found);
        SignatureCheck signatures = new SignatureCheck(folder, keys, found);
        SortedMap<Extract, ReadManifest> manifests = ReadManifest.all(folder, signatures, found);
        SequenceCheck.check(folder, found);
        ManifestChainCheck.check(manifests.values(), found);
        List<ReadControl> controls = ReadControl.all(folder, signatures, found);
        ControlListCheck.check(controls, manifests.values(), found);
        ControlChainCheck.check(controls, found);
        Totals totals = checkExtracts(folder, manifests.values(), currencies, found);
        Verified.Agreed agreed =
                delivered == null ? null : new AgainstCheck(folder, delivered, found).check(manifests, controls);
        return new Verified(
                found.all(), folder.nights().size(), folder.csvs().size(), totals, signatures.valid(), agreed);
    }

    private static Totals checkExtracts(
            PayoutFolder folder, Iterable<ReadManifest> manifests, CurrencyRules currencies, Discrepancies found) {
        Totals totals = new Totals();
        try (EarningLedger ledger = new EarningLedger(found)) {
            for (ReadManifest manifest : manifests) {
                if (folder.hasCsv(manifest.extract())) {
                    totals.add(ExtractCheck.check(folder, manifest, currencies, ledger, found));
                }
            }
            ledger.check();
        }
        return totals;
    }
}
