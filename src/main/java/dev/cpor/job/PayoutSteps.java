package dev.cpor.job;

import dev.cpor.domain.Earning;
import dev.cpor.domain.Program;
import dev.cpor.job.payout.Signing;
import dev.cpor.payout.Control;
import dev.cpor.payout.ControlFile;
import dev.cpor.payout.Extract;
import dev.cpor.payout.ExtractWriter;
import dev.cpor.payout.Written;
import dev.cpor.payout.sign.SigningKey;
import dev.cpor.store.night.Lease;
import dev.cpor.store.payout.Earnings;
import dev.cpor.store.payout.Extracts;
import dev.cpor.store.payout.Reversals;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts earnings into extracts, and extracts into files. The files are rendered from committed rows, in an order that a kill
 * at any moment cannot spoil: what is not noted as written is written again, to the same bytes.
 */
final class PayoutSteps {
    private final NightWork work;
    private final Extracts extracts;
    private final Earnings earnings;
    private final Reversals reversals;
    private final Signing signing;
    private final Lease lease;

    PayoutSteps(
            NightWork work, Extracts extracts, Earnings earnings, Reversals reversals, Signing signing, Lease lease) {
        this.work = work;
        this.extracts = extracts;
        this.earnings = earnings;
        this.reversals = reversals;
        this.signing = signing;
        this.lease = lease;
    }

    /** Makes the reversals that somebody has asked for, before claims earn again, so that they stand before the new earnings. */
    void reverse() {
        reversals.make(work.night());
    }

    /** Decides, for ever, which earning is in which extract. */
    void assign() {
        extracts.assign(work.night(), work.ruleSet().fingerprint());
    }

    /** Writes the files of every extract that has none yet, also of a night that died before it could. */
    void writeExtracts() {
        SigningKey key = signing.key();
        for (Extracts.Assigned extract : extracts.unwritten()) {
            lease.confirm(work.night());
            work.hand().progress().start("Writing " + named(extract).fileName());
            String previousManifestSha256 = extracts.before(extract)
                    .map(Extracts.Assigned::manifestSha256)
                    .orElse(null);
            Written written;
            try (Stream<Earning> rows = earnings.ofExtract(extract.id())) {
                written = new ExtractWriter(payoutFolder(), extract.ruleset(), extract.run(), key)
                        .write(named(extract), rows, previousManifestSha256);
            }
            extracts.written(extract, written.rows(), written.sha256(), written.manifestSha256());
            work.hand().progress().end();
        }
    }

    /** Writes the control file of every night that has none yet: last of all. */
    void writeControls() {
        SigningKey key = signing.key();
        for (Extracts.Control control : extracts.unwrittenControls()) {
            lease.confirm(work.night());
            SortedMap<String, String> manifests = new TreeMap<>();
            SortedMap<Program, Extracts.Assigned> ofNight = extracts.ofNight(control.businessDate());
            ofNight.values()
                    .forEach(extract -> manifests.put(
                            named(extract).manifestName(), Objects.requireNonNull(extract.manifestSha256())));
            extracts.written(
                    control,
                    ControlFile.write(
                            payoutFolder(),
                            new Control(
                                    control.businessDate(),
                                    manifests,
                                    extracts.before(control).orElse(null)),
                            key));
        }
    }

    private Path payoutFolder() {
        return work.hand().out().resolve("payout");
    }

    private static Extract named(Extracts.Assigned extract) {
        return new Extract(extract.program(), extract.businessDate(), extract.sequence());
    }
}
