package dev.cpor.payout.verify;

import dev.cpor.domain.Earning;
import dev.cpor.payout.Extract;
import dev.cpor.payout.verify.DeliveredExtracts.Fingerprints;
import dev.cpor.payout.verify.DeliveredExtracts.Known;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files hold what the database holds: its extracts, its earnings in every column, its control files, each once and nothing
 * else; and what it holds is accounted for.
 */
final class AgainstCheck {
    /** What stands in the place of a file in a sentence about something that is in no file. */
    static final String DATABASE = "database";

    private final PayoutFolder folder;
    private final DeliveredExtracts delivered;
    private final Discrepancies found;
    private long equalRows;

    AgainstCheck(PayoutFolder folder, DeliveredExtracts delivered, Discrepancies found) {
        this.folder = folder;
        this.delivered = delivered;
        this.found = found;
    }

    Verified.Agreed check(SortedMap<Extract, ReadManifest> manifests, Collection<ReadControl> controls) {
        SortedMap<Extract, Known> known = new TreeMap<>();
        delivered.extracts().forEach(extract -> known.put(extract.extract(), extract));
        known.values().forEach(extract -> checkKnown(extract, manifests));
        SortedSet<Extract> here = new TreeSet<>(folder.manifests());
        here.addAll(folder.csvs());
        here.stream()
                .filter(extract -> !known.containsKey(extract))
                .forEach(extract -> found.add(PayoutFolder.csv(extract), "the database knows no such extract"));
        checkControls(controls);
        try (Stream<String> leftOut = delivered.leftOut()) {
            leftOut.forEach(id -> found.addOneOfMany(
                    DATABASE, "the earning " + id + " is in no extract, expected was one; its night is complete"));
        }
        try (Stream<String> unexplained = delivered.unexplained()) {
            unexplained.forEach(id -> found.addOneOfMany(
                    DATABASE, "the earning " + id + " belongs to no hand-off that its claim's history tells of"));
        }
        try (Stream<HandedOffLine> lines = delivered.handedOffLines()) {
            return new Verified.Agreed(equalRows, new HandOffCheck(found).check(lines));
        }
    }

    private void checkKnown(Known known, SortedMap<Extract, ReadManifest> manifests) {
        Extract extract = known.extract();
        Fingerprints sha256 = known.sha256();
        if (sha256 == null) {
            found.add(
                    PayoutFolder.csv(extract),
                    "the database has the extract, but does not say that it is written; run that night again");
        }
        ReadManifest manifest = manifests.get(extract);
        if (manifest != null && sha256 != null && !manifest.sha256().equals(sha256.manifest())) {
            found.add(
                    manifest.name(),
                    "its SHA-256 is " + manifest.sha256() + ", the database says " + sha256.manifest());
        }
        if (folder.hasCsv(extract)) {
            try (Stream<Earning> earnings = delivered.earnings(extract)) {
                equalRows += new RowComparison(PayoutFolder.csv(extract), found)
                        .compare(folder.path(PayoutFolder.csv(extract)), earnings.iterator());
            }
        } else if (sha256 != null && !folder.manifests().contains(extract)) {
            found.add(PayoutFolder.csv(extract), "the database has delivered it, but it is not here");
        }
    }

    private void checkControls(Collection<ReadControl> controls) {
        SortedMap<LocalDate, String> known = delivered.controls();
        SortedMap<LocalDate, ReadControl> here = new TreeMap<>();
        controls.forEach(control -> here.put(control.businessDate(), control));
        known.forEach((date, sha256) -> {
            ReadControl control = here.get(date);
            if (control == null && !folder.nights().containsKey(date)) {
                found.add(PayoutFolder.control(date), "the database has delivered it, but it is not here");
            } else if (control != null && !control.sha256().equals(sha256)) {
                found.add(
                        control.name(),
                        "its SHA-256 is " + control.sha256() + ", the database says "
                                + (sha256.isEmpty() ? "that it is not written yet; run that night again" : sha256));
            }
        });
        here.keySet().stream()
                .filter(date -> !known.containsKey(date))
                .forEach(date -> found.add(PayoutFolder.control(date), "the database knows no such night"));
    }
}
